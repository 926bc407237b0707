import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { fetchPlainly } from "../fetch-plainly.ts";

/** The ids of a document's entries, and the address of the next document, as an independent parser finds them. */
type ReadDocument = { readonly ids: readonly string[]; readonly next: string | undefined };

const FORMATS: Readonly<Record<string, (text: string) => ReadDocument>> = {
  "/rss.xml": (text) => {
    const { items = [], atom } = parseRssFeed(text);
    return { ids: items.map(({ guid }) => String(guid?.value)), next: older(atom?.links) };
  },
  "/atom.xml": (text) => {
    const { entries = [], links } = parseAtomFeed(text);
    return { ids: entries.map(({ id }) => String(id)), next: older(links) };
  },
  "/feed.json": (text) => {
    const { items = [], next_url: next } = parseJsonFeed(text);
    return { ids: items.map(({ id }) => String(id)), next };
  },
};

export const CRAWLED_FORMATS = Object.keys(FORMATS);

/** The archive before a document (RFC 5005 section 4). */
function older(links: readonly { readonly rel?: string; readonly href?: string }[] = []): string | undefined {
  return links.find(({ rel }) => rel === "prev-archive")?.href;
}

/** What a reader saw: the ids of all entries, those that came more than once, and the paths that it asked for. */
export type Crawled = {
  readonly ids: ReadonlySet<string>;
  readonly repeated: readonly string[];
  readonly paths: readonly string[];
};

/** Follows the documents of a format from the newest to the oldest, as a reader that wants all articles does. */
export async function crawlFeed(port: number, format: string): Promise<Crawled> {
  const read = FORMATS[format];
  if (!read) throw new Error(`${format} is not crawled`);
  const ids = new Set<string>();
  const repeated: string[] = [];
  const paths: string[] = [];
  for (let path: string | undefined = format; path !== undefined; ) {
    paths.push(path);
    const { status, body } = await fetchPlainly(port, path, { "Accept-Encoding": "identity" });
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    const document = read(body.toString("utf8"));
    for (const id of document.ids) {
      if (ids.has(id)) repeated.push(id);
      ids.add(id);
    }
    path = document.next === undefined ? undefined : pathOf(document.next);
  }
  return { ids, repeated, paths };
}

function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}
