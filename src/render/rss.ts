import type { Article } from "../model/article.ts";
import type { Feed } from "../model/feed.ts";
import type { MediaFile } from "../model/media-file.ts";
import { recordingOf } from "../model/recording.ts";
import { empty, text, type XmlNode } from "../syntax/xml/write-xml.ts";
import { mediaElements } from "./media-rss.ts";
import { declareNamespaces } from "./namespaces.ts";
import { rssDocument } from "./rss-document.ts";
import { sectionScheme } from "./sections.ts";

/**
 * The articles as RSS 2.0, with Media RSS. It has no podcast elements, also if there is something to play: the podcast
 * has an address of its own, and some readers of feeds fail at its elements.
 */
export function renderRss(feed: Feed): string {
  const { publication } = feed;
  const scheme = sectionScheme(publication);
  return rssDocument(feed, {
    form: "rss",
    namespaces: {},
    channelNamespaces: declareNamespaces("media"),
    image: rssImage(publication.logo, publication.icon),
    channel: { category: publication.sections.map((section) => text(section.title, { domain: scheme })) },
    item: (article) => ({ enclosure: enclosure(article), ...mediaElements(article) }),
  });
}

/** The image formats that RSS 2.0 allows ("GIF, JPEG or PNG"). */
const IMAGE_TYPES = new Set(["image/gif", "image/jpeg", "image/png"]);

function rssImage(...candidates: readonly (MediaFile | undefined)[]): MediaFile | undefined {
  return candidates.find((file) => file && IMAGE_TYPES.has(file.mediaType));
}

/**
 * `enclosure` may occur once only (Best Practices Profile). It is what can be played: apps take a picture or a document
 * for an episode. The other recordings, and what `enclosure` cannot say of this one, are in `media:content`.
 */
function enclosure(article: Article): XmlNode | undefined {
  const file = recordingOf(article)?.file;
  return file && empty({ url: file.url, length: file.length, type: file.mediaType });
}
