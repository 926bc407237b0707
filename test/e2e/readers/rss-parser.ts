import Parser from "rss-parser";
import { pollWithFetch } from "./poll-with-fetch.ts";
import type { ReadEntry, Reader } from "./reader.ts";
import { visibleWords } from "./visible-words.ts";

/** Fields that rss-parser returns and does not declare in its types. */
type Extra = { id?: string; author?: string; "content:encoded"?: string };

const TELLS = [
  "id",
  "title",
  "url",
  "authors",
  "published",
  "summary",
  "content",
] as const satisfies (keyof ReadEntry)[];

const parser = new Parser<object, Extra>();

/**
 * In RSS, `content` is the description, which is HTML, and `content:encoded` is the content. Atom has a summary and a
 * content.
 */
async function parse(text: string): Promise<readonly Partial<ReadEntry>[]> {
  const { items } = await parser.parseString(text);
  return items.map((item) => ({
    id: String(item.guid ?? item.id),
    title: String(item.title),
    url: String(item.link),
    authors: [String(item.creator ?? item.author)],
    published: String(item.isoDate),
    summary: item.summary ?? visibleWords(String(item.content)),
    content: String(item["content:encoded"] ?? item.content),
  }));
}

export const rssParser: Reader = {
  name: "rss-parser",
  tells: { rss: TELLS, atom: TELLS },
  conditionalFrom: 2,
  takesDeltas: false,
  showsEdits: true,
  subscribe: async (address) => pollWithFetch(address, parse),
};
