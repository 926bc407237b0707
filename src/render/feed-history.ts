import type { Feed } from "../model/feed.ts";
import { type AttributeValues, empty, type XmlElement } from "./xml-element.ts";

/** Feed Paging and Archiving (RFC 5005): what RSS and Atom have in common for it, besides their links. */
const FEED_HISTORY_NAMESPACE = "http://purl.org/syndication/history/1.0";

/** The namespace, where the document uses it. */
export function historyNamespace(feed: Feed): AttributeValues {
  return isArchive(feed) ? { "xmlns:fh": FEED_HISTORY_NAMESPACE } : {};
}

/** Marks a document as one that readers need not poll (section 4). */
export function archiveMark(feed: Feed): XmlElement | undefined {
  return isArchive(feed) ? empty({}) : undefined;
}

function isArchive({ place }: Feed): boolean {
  return place.document.kind === "archive";
}
