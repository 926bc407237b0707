import type { EntryFacts, FeedFacts } from "./feed-facts.ts";
import { atomLinks } from "./rss-facts.ts";
import { writtenDate } from "./written-date.ts";
import { ATOM, childrenOf, descendantsOf, textOf, type XmlElement } from "./xml-element.ts";

export function atomFacts(feed: XmlElement, address: string): FeedFacts {
  const base = URL.parse(feed.attributes["xml:base"] ?? "", address)?.href ?? address;
  const title = textOf(feed, "title", ATOM);
  const updated = writtenDate(textOf(feed, "updated", ATOM), "RFC 3339");
  return {
    form: "atom",
    feed,
    ...(title !== undefined && { title }),
    ...(updated && { updated }),
    links: atomLinks(feed, base),
    entries: childrenOf(feed, "entry", ATOM).map((entry, index) => entryFacts(entry, index, hasBase(feed))),
  };
}

function entryFacts(entry: XmlElement, index: number, feedHasBase: boolean): EntryFacts {
  const id = textOf(entry, "id", ATOM);
  const title = textOf(entry, "title", ATOM);
  const summary = textOf(entry, "summary", ATOM);
  const published = writtenDate(textOf(entry, "published", ATOM), "RFC 3339");
  const updated = writtenDate(textOf(entry, "updated", ATOM), "RFC 3339");
  const [content] = childrenOf(entry, "content", ATOM);
  const link = childrenOf(entry, "link", ATOM).find(({ attributes: { rel = "alternate" } }) => rel === "alternate");
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
    hasBase: feedHasBase || hasBase(entry) || (content !== undefined && hasBase(content)),
  };
}

function hasBase({ attributes }: XmlElement): boolean {
  return attributes["xml:base"] !== undefined;
}

/** For `xhtml` only the start tags are written out again, which is all that is looked at; plain text is escaped. */
function contentHtml(content: XmlElement): string | undefined {
  const { type = "text" } = content.attributes;
  if (type === "text") return content.text.trim().replaceAll("<", "&lt;") || undefined;
  if (type !== "xhtml") return content.text.trim() || undefined;
  return descendantsOf(content)
    .map(({ name, attributes }) => {
      const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${value.replaceAll('"', "&quot;")}"`);
      return `<${name}${list.join("")}>`;
    })
    .join("");
}
