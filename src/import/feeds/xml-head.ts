import { absoluteAddress, type FeedHead } from "./feed-head.ts";
import { distinctPeople, personInRss, personOf } from "./feed-person.ts";
import { writtenTime } from "./written-time.ts";
import { childNamed, elementsOf, textIn, textOf, type XmlNode } from "./xml-node.ts";

/** Takes in what a part of a feed's head says: a child of RSS's channel, RDF's whole channel, or a child of Atom's feed. */
export function readHeadPart(head: FeedHead, node: XmlNode): void {
  const text = textOf(node);
  switch (node.name) {
    // RDF has the channel beside its items, and not around them.
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
      head.date ??= writtenTime(text);
      return;
    case "atom:author":
      head.authors = distinctPeople([...(head.authors ?? []), personInAtom(node)]);
      return;
    case "dc:creator":
      head.authors ??= distinctPeople([personInRss(text)]);
      return;
    case "atom:link":
      readLink(head, node);
  }
}

function readLink(head: FeedHead, { attributes, base }: XmlNode): void {
  const { rel = "alternate", type, href } = attributes;
  const address = absoluteAddress(href, base);
  if (address === undefined) return;
  if (rel === "alternate" && (type === undefined || type === "text/html" || type === "application/xhtml+xml"))
    head.site ??= address;
  if (rel === "prev-archive" || rel === "next") head.older.push(address);
}

/** An Atom person construct (RFC 4287 section 3.2). */
export function personInAtom(node: XmlNode) {
  const uri = childNamed(node, "atom:uri") ?? childNamed(node, "atom:url");
  return personOf({
    name: textIn(node, "atom:name"),
    url: absoluteAddress(textOf(uri), uri?.base),
    email: textIn(node, "atom:email"),
  });
}
