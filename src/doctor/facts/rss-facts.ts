import type { EntryFacts, FeedFacts } from "./feed-facts.ts";
import { linkOf } from "./link-header.ts";
import { writtenDate } from "./written-date.ts";
import { ATOM, CONTENT_MODULE, childrenOf, DUBLIN_CORE, textOf, type XmlElement } from "./xml-element.ts";

export function rssFacts(root: XmlElement, address: string): FeedFacts {
  const channel = childrenOf(root, "channel")[0] ?? { ...root, children: [] };
  const title = textOf(channel, "title");
  const updated =
    writtenDate(textOf(channel, "lastBuildDate"), "RFC 822") ?? writtenDate(textOf(channel, "pubDate"), "RFC 822");
  const homePage = textOf(channel, "link");
  return {
    form: "rss",
    version: root.attributes.version ?? "",
    channel,
    ...(title !== undefined && { title }),
    ...(updated && { updated }),
    links: [
      ...atomLinks(channel, address),
      ...(homePage === undefined ? [] : [linkOf(homePage, address, { rel: "alternate", type: "text/html" })]),
    ],
    entries: childrenOf(channel, "item").map(itemFacts),
  };
}

export function atomLinks(element: XmlElement, base: string) {
  return childrenOf(element, "link", ATOM).map(({ attributes: { href = "", rel = "alternate", type, title } }) =>
    linkOf(href, base, { rel, type, title }),
  );
}

function itemFacts(item: XmlElement, index: number): EntryFacts {
  const id = textOf(item, "guid");
  const link = textOf(item, "link");
  const title = textOf(item, "title");
  const summary = textOf(item, "description");
  const html = textOf(item, "encoded", CONTENT_MODULE);
  const published =
    writtenDate(textOf(item, "pubDate"), "RFC 822") ?? writtenDate(textOf(item, "date", DUBLIN_CORE), "RFC 3339");
  const updated = writtenDate(textOf(item, "updated", ATOM), "RFC 3339");
  return {
    name: title ?? id ?? `item ${index + 1}`,
    id,
    link,
    title,
    summary,
    html,
    published,
    updated,
    hasBase: false,
  };
}
