import { parseJsonFeed } from "feedsmith";
import { instant } from "./expected-entries.ts";
import { pollWithFetch } from "./poll-with-fetch.ts";
import type { ReadEntry, Reader } from "./reader.ts";

const TELLS = [
  ...(["id", "title", "url", "authors", "published", "updated", "summary", "content"] as const),
] satisfies (keyof ReadEntry)[];

function parse(text: string): readonly Partial<ReadEntry>[] {
  const { items = [] } = parseJsonFeed(text);
  return items.map((item) => ({
    id: String(item.id),
    title: String(item.title),
    url: String(item.url),
    authors: item.authors?.map(({ name }) => String(name)) ?? [],
    published: instant(item.date_published),
    updated: instant(item.date_modified),
    summary: String(item.summary),
    content: String(item.content_html),
  }));
}

export const feedsmith: Reader = {
  name: "feedsmith",
  tells: { json: TELLS },
  conditionalFrom: 2,
  takesDeltas: false,
  showsEdits: true,
  subscribe: async (address) => pollWithFetch(address, parse),
};
