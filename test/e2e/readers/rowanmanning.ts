import { parseFeed } from "@rowanmanning/feed-parser";
import { pollWithFetch } from "./poll-with-fetch.ts";
import type { ReadEntry, Reader } from "./reader.ts";

const TELLS = [
  "id",
  "title",
  "url",
  "authors",
  "published",
  "summary",
  "content",
] as const satisfies (keyof ReadEntry)[];

function parse(text: string): readonly Partial<ReadEntry>[] {
  return parseFeed(text).items.map((item) => ({
    id: String(item.id),
    title: String(item.title),
    url: String(item.url),
    authors: item.authors.map(({ name }) => String(name)),
    published: String(item.published?.toISOString()),
    updated: String(item.updated?.toISOString()),
    summary: String(item.description),
    content: String(item.content),
  }));
}

/** It reads one time of an RSS item and returns it twice. */
export const rowanmanning: Reader = {
  name: "@rowanmanning/feed-parser",
  tells: { rss: TELLS, atom: [...TELLS, "updated"] },
  conditionalFrom: 2,
  takesDeltas: false,
  showsEdits: true,
  subscribe: async (address) => pollWithFetch(address, parse),
};
