import { childNamed, elementsOf, textOf, type XmlElement } from "../../syntax/xml/xml-element.ts";
import { absoluteAddress, type FeedHead } from "./feed-head.ts";
import { distinctPeople, personElementInRss, personOf } from "./feed-person.ts";
import { textIn } from "./feed-xml.ts";
import { readPodcastPart } from "./podcast-head.ts";

/**
 * Adds one element of a feed's head: a child of RSS 2.0's channel, the channel of RSS 1.0, or a child of Atom's feed.
 */
export function readHeadPart(head: FeedHead, node: XmlElement): void {
  const text = textOf(node);
  head.podcast ??= {};
  readPodcastPart(head.podcast, node);
  switch (node.name) {
    // In RSS 1.0 the items are siblings of the channel, not children.
    case "channel":
      for (const child of elementsOf(node)) readHeadPart(head, child);
      return;
    case "link":
      head.site = absoluteAddress(text, node.base) ?? head.site;
      return;
    case "language":
    case "dc:language":
      head.language ??= text;
      return;
    case "copyright":
    case "dc:rights":
    case "atom:rights":
      head.rights ??= text;
      return;
    case "pubDate":
    case "lastBuildDate":
    case "dc:date":
    case "atom:updated":
      head.date ??= timeOfFeed(head, text);
      return;
    case "atom:author":
      head.authors = distinctPeople([...(head.authors ?? []), personInAtom(node)]);
      return;
    case "dc:creator":
      head.authors ??= distinctPeople([personElementInRss(node)]);
      return;
    case "itunes:image":
      head.cover ??= absoluteAddress(node.attributes.href, node.base);
      return;
    case "atom:link":
      readLink(head, node);
  }
}

/** A time of the feed that cannot be read costs nothing: only entries without a time of their own need it. */
function timeOfFeed({ times, language }: FeedHead, text: string | undefined) {
  const found = text === undefined ? undefined : times.find(text, language);
  return found?.ok ? found.value.time : undefined;
}

function readLink(head: FeedHead, { attributes, base }: XmlElement): void {
  const { rel = "alternate", type, href } = attributes;
  const address = absoluteAddress(href, base);
  if (address === undefined) return;
  if (rel === "alternate" && (type === undefined || type === "text/html" || type === "application/xhtml+xml"))
    head.site ??= address;
  if (rel === "prev-archive" || rel === "next") head.older.push(address);
}

/** Reads an Atom person construct (RFC 4287 section 3.2). Returns undefined if there is no usable name. */
export function personInAtom(node: XmlElement) {
  const uri = childNamed(node, "atom:uri") ?? childNamed(node, "atom:url");
  return personOf({
    name: textIn(node, "atom:name"),
    url: absoluteAddress(textOf(uri), uri?.base),
    email: textIn(node, "atom:email"),
  });
}
