import type { Feed } from "../model/feed.ts";
import type { MediaFile } from "../model/media-file.ts";
import { instantOf, toRfc822 } from "../model/timestamp.ts";
import { documentAddresses } from "../site/addresses.ts";
import { feedLinks } from "./atom-links.ts";
import { atomPerson } from "./atom-person.ts";
import { DUBLIN_CORE_NAMESPACE } from "./dublin-core.ts";
import { archiveMark, historyNamespace } from "./feed-history.ts";
import { extensions, RssLibraryFeed } from "./feed-library.ts";
import { GENERATOR } from "./generator.ts";
import { MEDIA_NAMESPACE } from "./media-rss.ts";
import { isPodcast, PODCAST_NAMESPACES, podcastChannel } from "./podcast-channel.ts";
import { noticesOf } from "./retraction-notice.ts";
import { rslNamespace } from "./rsl.ts";
import { rssCloud } from "./rss-cloud.ts";
import { rssItem } from "./rss-item.ts";
import { sectionScheme } from "./section-category.ts";
import { text } from "./xml-element.ts";

/** Minutes a reader may keep the feed without asking again. */
const TIME_TO_LIVE = 60;

/** RSS image formats, by RSS 2.0 ("GIF, JPEG or PNG"). */
const IMAGE_TYPES = new Set(["image/gif", "image/jpeg", "image/png"]);

/**
 * RSS 2.0, after the RSS Board's specification and Best Practices Profile, with Dublin Core, Media RSS and Atom's elements where RSS has none
 * of its own. A feed with something to play is a podcast as well.
 *
 * Titles, names and tags are plain text, escaped once for XML. Reference by `&#x3C;`, which the Profile prefers for careless readers, is
 * the same text to a parser, and not within the serializer's reach; escaping twice would show `&lt;` in every reader that is right.
 */
export function renderRss(feed: Feed): string {
  const { publication, title } = feed;
  const self = documentAddresses(feed);
  const image = rssImage(publication.logo, publication.icon);
  const scheme = sectionScheme(publication);
  const editor = publication.people.find((person) => person.email !== undefined);

  // Options hold the place of an element before the items; an extension of the same name then writes it as we mean it.
  const rss = new RssLibraryFeed({
    title,
    link: self.html,
    description: feed.description,
    updated: new Date(instantOf(feed.updated)),
    docs: "https://www.rssboard.org/rss-specification",
    generator: GENERATOR,
    language: publication.language,
    ttl: TIME_TO_LIVE,
    feed: self.rss,
    ...(publication.rights !== undefined && { copyright: publication.rights }),
    ...(image && { image: image.url }),
  });
  rss.namespaces = { ...(isPodcast(feed) && PODCAST_NAMESPACES), ...rslNamespace(publication) };
  rss.extensions = extensions({
    _attributes: {
      "xmlns:media": MEDIA_NAMESPACE,
      // The library declares it only for a feed that has contents.
      ...(feed.selection.content === "summary" && { "xmlns:dc": DUBLIN_CORE_NAMESPACE }),
      ...historyNamespace(feed),
      "xml:lang": publication.language,
    },
    title: text(title),
    description: text(feed.description),
    lastBuildDate: text(toRfc822(feed.updated)),
    image: image && { url: text(image.url), title: text(title), link: text(self.html) },
    copyright: publication.rights === undefined ? undefined : text(publication.rights),
    ...(isPodcast(feed) && podcastChannel(feed)),
    cloud: rssCloud(feed),
    managingEditor: editor && text(`${editor.email} (${editor.name})`),
    "atom:link": feedLinks(feed, "rss", "application/rss+xml"),
    "atom:author": publication.people.map((person) => atomPerson(person, "atom:")),
    category: publication.sections.map((section) => text(section.title, { domain: scheme })),
    "fh:archive": archiveMark(feed),
  });
  for (const article of [...feed.entries, ...noticesOf(feed)]) rss.addItem(rssItem(article, feed));
  return rss.rss2();
}

function rssImage(...candidates: readonly (MediaFile | undefined)[]): MediaFile | undefined {
  return candidates.find((file) => file && IMAGE_TYPES.has(file.mediaType));
}
