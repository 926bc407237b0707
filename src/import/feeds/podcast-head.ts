import { stringify } from "yaml";
import { PODCAST_MEDIA, PODCAST_TYPES, type Podcast } from "../../model/podcast.ts";
import { email } from "../../model/schema.ts";
import { childNamed, textOf, type XmlElement } from "../../syntax/xml/xml-element.ts";
import { explicitIn, personOf } from "../media/read-episode.ts";
import { fundingOf } from "../media/read-funding.ts";
import { absoluteAddress } from "./feed-head.ts";
import { textIn } from "./feed-xml.ts";
import { plainText } from "./plain-text.ts";
import type { PodcastHead } from "./podcast-facts.ts";

/**
 * Adds what one element of a channel says of the podcast, from Apple's tags and the Podcast Namespace. Any other
 * element is left alone.
 */
export function readPodcastPart(podcast: PodcastHead, node: XmlElement): void {
  const text = plainText(textOf(node));
  const { url, owner, text: category } = node.attributes;
  switch (node.name) {
    case "title":
      podcast.title ??= text;
      return;
    case "description":
    case "itunes:summary":
      podcast.description ??= text;
      return;
    case "itunes:author":
      podcast.author ??= text;
      return;
    case "itunes:category":
      if (podcast.category !== undefined || category === undefined) return;
      podcast.category = category;
      podcast.subcategory = childNamed(node, "itunes:category")?.attributes.text;
      return;
    case "itunes:explicit":
      podcast.explicit ??= explicitIn(text);
      return;
    case "itunes:type":
      podcast.type ??= PODCAST_TYPES.find((type) => type === text?.toLowerCase());
      return;
    case "itunes:owner":
      podcast.owner ??= ownerIn(textIn(node, "itunes:name"), textIn(node, "itunes:email"));
      return;
    case "podcast:guid":
      podcast.guid ??= text?.toLowerCase();
      return;
    case "podcast:medium":
      podcast.medium ??= PODCAST_MEDIA.find((medium) => medium === text?.toLowerCase());
      return;
    case "podcast:locked":
      podcast.locked ??= explicitIn(text);
      podcast.owner ??= ownerIn(podcast.author, owner);
      return;
    case "podcast:funding":
      podcast.funding = [...(podcast.funding ?? []), ...fundingOf(absoluteAddress(url, node.base), text)];
      return;
    case "podcast:person":
      podcast.persons = [...(podcast.persons ?? []), ...personOf(node, node.base)];
  }
}

function ownerIn(name: string | undefined, address: string | undefined): Podcast["owner"] {
  const { data } = email.safeParse(address);
  return data === undefined ? undefined : { name: name ?? data, email: data };
}

/**
 * What to write into publication.yaml, so that apps take the podcast for the one that it was. Undefined if the feed is
 * no podcast: any feed has a title and a description.
 *
 * @param cover the address of the cover, which is a file here
 */
export function podcastSuggestion(podcast: PodcastHead, cover: string | undefined): string | undefined {
  const { title, description, ...facts } = podcast;
  const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  if (Object.keys(known).length === 0) return undefined;
  const yaml = stringify({ title, description, ...known }, { collectionStyle: "flow", lineWidth: 0 });
  const picture = cover === undefined ? "" : `, and as image the cover from ${cover}`;
  return `content/publication.yaml: to go on as the same podcast, it needs the line podcast: ${yaml.trim()}${picture}`;
}
