/** RSS 0.90, 1.0 and 1.1. Their elements have a namespace of the version, which the facts do not compare. */
import { childNamed, childrenNamed, ownText, type XmlElement } from "../../syntax/xml/xml-element.ts";
import { attributesOf } from "../grammar/attribute-names.ts";
import { type Place, placeOf } from "../grammar/grammar-fault.ts";
import type { EntryFacts, FeedFacts } from "./feed-facts.ts";
import { linkOf } from "./links.ts";
import { atomLinks } from "./rss-facts.ts";
import { writtenDate } from "./written-date.ts";
import { CONTENT_MODULE, DCTERMS, DUBLIN_CORE, RSS_11, textIn } from "./xml-names.ts";

export function rdfFacts(root: XmlElement, address: string): FeedFacts {
  const place = placeOf(root, undefined);
  const channel = root.namespace === RSS_11 ? root : childNamed(root, "channel");
  // RSS 1.1 has a list inside of its channel. The others have the items beside it.
  const list = root.namespace === RSS_11 ? childNamed(root, "items") : root;
  const title = channel && textOf(channel, "title");
  const homePage = channel && textOf(channel, "link");
  const updated =
    channel &&
    (writtenDate(textIn(channel, "modified", DCTERMS), "RFC 3339") ??
      writtenDate(textIn(channel, "date", DUBLIN_CORE), "RFC 3339"));
  return {
    form: "rdf",
    ...(title !== undefined && { title }),
    ...(updated && { updated }),
    links: [
      ...(channel ? atomLinks(channel, address) : []),
      ...(homePage === undefined ? [] : [linkOf(homePage, address, { rel: "alternate", type: "text/html" })]),
    ],
    entries: (list ? childrenNamed(list, "item") : []).map((item, index) => itemFacts(item, index, place)),
  };
}

/** RSS 1.0 section 5.5: `rdf:about` identifies an item. RSS 0.90 has none, so its readers go by the link. */
function itemFacts(item: XmlElement, index: number, parent: Place): EntryFacts {
  const link = textOf(item, "link");
  const id = attributesOf(placeOf(item, parent)).get("rdf:about")?.trim() || link;
  const title = textOf(item, "title");
  return {
    name: title ?? id ?? `item ${index + 1}`,
    id,
    link,
    title,
    summary: textOf(item, "description") ?? textIn(item, "description", DUBLIN_CORE),
    html: textIn(item, "encoded", CONTENT_MODULE),
    published:
      writtenDate(textIn(item, "issued", DCTERMS), "RFC 3339") ??
      writtenDate(textIn(item, "date", DUBLIN_CORE), "RFC 3339"),
    updated: writtenDate(textIn(item, "modified", DCTERMS), "RFC 3339"),
    hasBase: false,
  };
}

/** The text of a child in the namespace of its parent: `dc:title` is another element. */
function textOf(parent: XmlElement, name: string): string | undefined {
  const child = childNamed(parent, name, parent.namespace);
  return child && (ownText(child).trim() || undefined);
}
