import { childNamed, childrenNamed, descendantsOf, type XmlElement } from "../../../syntax/xml/xml-element.ts";
import type { ImportNote } from "../import-note.ts";
import { atomText } from "./atom-text.ts";
import { type FeedText, htmlOf, rssText } from "./feed-text.ts";

/**
 * The elements of RSS and its modules that have a summary, or the text of an item without a whole one. What Media RSS
 * describes is read with the media.
 */
export const DESCRIPTIONS: readonly string[] = [
  "description",
  "itunes:summary",
  "dc:description",
  "dcterms:abstract",
  "atom:summary",
];

/** The elements that have the whole text of an item. */
const WHOLE: readonly string[] = ["content:encoded", "atom:content", "yandex:full-text", "turbo:content"];

/** The text of the first child that has one of the names, in the order of the names, and is not empty. */
export function textOfFirst(
  item: XmlElement,
  names: readonly string[],
  note: (note: ImportNote) => void,
): FeedText | undefined {
  for (const name of names)
    for (const child of childrenNamed(item, name)) {
      const text = name.startsWith("atom:") ? atomText(child, note) : rssText(child);
      if (text) return text;
    }
  return undefined;
}

/** The whole text of an item. Returns undefined if it has a description at most. */
export function wholeText(item: XmlElement, note: (note: ImportNote) => void): FeedText | undefined {
  const [encoded, ...others] = WHOLE;
  const xhtml = childNamed(item, "xhtml:body") ?? childNamed(item, "xhtml:div");
  return (
    textOfFirst(item, encoded === undefined ? [] : [encoded], note) ??
    rssText(xhtml) ??
    textOfFirst(item, others, note) ??
    listedText(item)
  );
}

/** The older form of the content module of RSS 1.0: a list of items with a value each. The first one has the text. */
function listedText(item: XmlElement): FeedText | undefined {
  const list = childNamed(item, "content:items");
  const values = list ? descendantsOf(list).filter(({ name }) => name === "rdf:value") : [];
  return values.map(rssText).find((text) => htmlOf(text) !== undefined);
}
