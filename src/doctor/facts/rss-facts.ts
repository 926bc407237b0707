import { childrenNamed, type XmlElement } from "../../syntax/xml/xml-element.ts";
import type { EntryFacts, FeedFacts } from "./feed-facts.ts";
import { linkOf } from "./links.ts";
import { writtenDate } from "./written-date.ts";
import { ATOM, CONTENT_MODULE, DUBLIN_CORE, NONE, textIn } from "./xml-names.ts";

export function rssFacts(root: XmlElement, address: string): FeedFacts {
  const channel = childrenNamed(root, "channel", NONE)[0] ?? { ...root, children: [] };
  const title = textIn(channel, "title", NONE);
  const updated =
    writtenDate(textIn(channel, "lastBuildDate", NONE), "RFC 822") ??
    writtenDate(textIn(channel, "pubDate", NONE), "RFC 822");
  const homePage = textIn(channel, "link", NONE);
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
    entries: childrenNamed(channel, "item", NONE).map(itemFacts),
  };
}

export function atomLinks(element: XmlElement, base: string) {
  return childrenNamed(element, "link", ATOM).map(({ attributes: { href = "", rel = "alternate", type, title } }) =>
    linkOf(href, base, { rel, type, title }),
  );
}

function itemFacts(item: XmlElement, index: number): EntryFacts {
  const id = textIn(item, "guid", NONE);
  const link = textIn(item, "link", NONE);
  const title = textIn(item, "title", NONE);
  const summary = textIn(item, "description", NONE);
  const html = textIn(item, "encoded", CONTENT_MODULE);
  const published =
    writtenDate(textIn(item, "pubDate", NONE), "RFC 822") ?? writtenDate(textIn(item, "date", DUBLIN_CORE), "RFC 3339");
  const updated = writtenDate(textIn(item, "updated", ATOM), "RFC 3339");
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
