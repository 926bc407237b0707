/** What Apple ("A Podcaster's Guide to RSS"), the Podcast Namespace 1.0 and PSP-1 ask of the channel of a podcast. */
import type { Feed } from "../../model/feed.ts";
import type { Podcast } from "../../model/podcast.ts";
import { coverOf } from "../../model/podcast-cover.ts";
import { ownerOf } from "../../model/podcast-owner.ts";
import { children, empty, text, type XmlNode } from "../../syntax/xml/write-xml.ts";
import { fundingElements, licenceElement, personElements } from "./podcast-elements.ts";

/**
 * The podcast elements of a channel. There is a category only if the publication names one, because directories would
 * list the podcast under a wrong one.
 */
export function podcastChannel(
  podcast: Podcast,
  { publication }: Feed,
): Readonly<Record<string, XmlNode | readonly XmlNode[] | undefined>> {
  const { explicit = false, locked, type = "episodic", medium = "podcast", guid } = podcast;
  const owner = ownerOf(podcast, publication);
  const cover = coverOf(podcast, publication);
  return {
    "itunes:author": text(podcast.author ?? publication.title),
    "itunes:owner": owner && children({ "itunes:name": text(owner.name), "itunes:email": text(owner.email) }),
    "itunes:image": cover && empty({ href: cover.url }),
    "itunes:category": category(podcast),
    "itunes:explicit": text(String(explicit)),
    "itunes:type": text(type),
    "podcast:guid": guid === undefined ? undefined : text(guid),
    "podcast:locked": locked === undefined ? undefined : text(locked ? "yes" : "no", { owner: owner?.email }),
    "podcast:medium": text(medium),
    "podcast:license": licenceElement(publication.licence),
    "podcast:funding": fundingElements(podcast.funding),
    "podcast:person": personElements(podcast.persons),
  };
}

function category({ category: name, subcategory }: Podcast): XmlNode | undefined {
  if (name === undefined) return undefined;
  return {
    ...empty({ text: name }),
    ...children({ "itunes:category": subcategory === undefined ? undefined : empty({ text: subcategory }) }),
  };
}
