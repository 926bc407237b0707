import type { Document, Feed } from "../../src/model/feed.ts";
import { EVERYTHING, PODCAST, type Scope } from "../../src/model/scope.ts";
import { allOf, type Selection } from "../../src/model/selection.ts";
import type { ArticleStore, Version } from "../../src/store/article-store.ts";

const scopes: readonly Scope[] = [
  EVERYTHING,
  { kind: "section", slug: "harbour" },
  PODCAST,
  { kind: "podcast", section: "harbour" },
  ...["boats", "trains", "制裁"].map((slug): Scope => ({ kind: "tag", slug })),
];
const selections: readonly Selection[] = [
  ...scopes.map(allOf),
  { ...allOf(EVERYTHING), tags: ["boats"] },
  { ...allOf(EVERYTHING), tags: ["boats", "trains"] },
  { ...allOf(EVERYTHING), words: "制裁" },
  { ...allOf({ kind: "tag", slug: "boats" }), words: "sanct" },
  { ...allOf(EVERYTHING), limit: 2 },
  { ...allOf({ kind: "tag", slug: "trains" }), limit: 1 },
  { ...allOf(PODCAST), limit: 1 },
  { ...allOf(PODCAST), tags: ["boats"] },
];

/**
 * What a reader can see of a document, without its title: file mode forgets the spelling of a tag once no article has
 * it.
 */
export function shown(feed: Feed | undefined) {
  if (!feed) return undefined;
  const { entries, withdrawals, place, id, updated } = feed;
  return {
    id,
    updated,
    place,
    withdrawals,
    entries: entries.map(({ slug, title: name, summary, updated: last }) => [slug, name, summary, last]),
  };
}

export type Seen = {
  readonly name: string;
  readonly selection: Selection;
  readonly document: Document;
  readonly version: Version;
  readonly feed: Feed | undefined;
};

/** Every document of feeds of the articles of `desk-steps.ts`: each current one and all archives. */
export async function everyDocument(store: ArticleStore, now: number): Promise<Seen[]> {
  const documents: Seen[] = [];
  for (const selection of selections) {
    let document: Document | undefined = { kind: "current" };
    while (document) {
      const version = await store.version(selection, document, now);
      const feed = await store.feed(selection, document, now);
      const name = `${JSON.stringify(selection)} ${JSON.stringify(document)}`;
      documents.push({ name, selection, document, version, feed });
      const previous: number | undefined = feed?.place.previous;
      document = previous === undefined ? undefined : { kind: "archive", number: previous };
    }
  }
  return documents;
}
