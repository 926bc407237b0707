import { escapeHtml } from "../../syntax/html.ts";
import { childrenNamed, descendantsOf, ownText, type XmlElement } from "../../syntax/xml/xml-element.ts";
import type { EntryFacts, FeedFacts } from "./feed-facts.ts";
import { atomLinks } from "./rss-facts.ts";
import { writtenDate } from "./written-date.ts";
import { ATOM, textIn } from "./xml-names.ts";

export function atomFacts(feed: XmlElement, address: string): FeedFacts {
  const base = URL.parse(feed.attributes["xml:base"] ?? "", address)?.href ?? address;
  const title = textIn(feed, "title", ATOM);
  const updated = writtenDate(textIn(feed, "updated", ATOM), "RFC 3339");
  return {
    form: "atom",
    feed,
    ...(title !== undefined && { title }),
    ...(updated && { updated }),
    links: atomLinks(feed, base),
    entries: childrenNamed(feed, "entry", ATOM).map((entry, index) => entryFacts(entry, index, hasBase(feed))),
  };
}

function entryFacts(entry: XmlElement, index: number, feedHasBase: boolean): EntryFacts {
  const id = textIn(entry, "id", ATOM);
  const title = textIn(entry, "title", ATOM);
  const summary = textIn(entry, "summary", ATOM);
  const published = writtenDate(textIn(entry, "published", ATOM), "RFC 3339");
  const updated = writtenDate(textIn(entry, "updated", ATOM), "RFC 3339");
  const [content] = childrenNamed(entry, "content", ATOM);
  const link = childrenNamed(entry, "link", ATOM).find(({ attributes: { rel = "alternate" } }) => rel === "alternate");
  const html = content && contentHtml(content);
  return {
    name: title ?? id ?? `entry ${index + 1}`,
    id,
    link: link?.attributes.href?.trim(),
    title,
    summary,
    html: html || undefined,
    published,
    updated,
    isVersioned: true,
    hasBase: feedHasBase || hasBase(entry) || (content !== undefined && hasBase(content)),
  };
}

function hasBase({ attributes }: XmlElement): boolean {
  return attributes["xml:base"] !== undefined;
}

/** Escapes plain text. For `xhtml`, writes only the start tags, because the checks look at nothing else. */
function contentHtml(content: XmlElement): string | undefined {
  const { type = "text" } = content.attributes;
  if (type === "text") return escapeHtml(ownText(content).trim()) || undefined;
  if (type !== "xhtml") return ownText(content).trim() || undefined;
  return descendantsOf(content)
    .map(({ name, attributes }) => {
      const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeHtml(value)}"`);
      return `<${name}${list.join("")}>`;
    })
    .join("");
}
