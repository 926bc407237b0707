import { expect, test } from "vitest";
import { EVERYTHING, type Scope } from "../../../../src/model/scope.ts";
import { allOf, type Selection } from "../../../../src/model/selection.ts";
import { timestampInUtc } from "../../../../src/model/timestamp.ts";
import { openContentStore } from "../../../../src/store/files/content-store.ts";
import { ContentFiles } from "../../../../src/store/files/read/content-files.ts";
import { articleNamed, artifactOf } from "../../../fixtures/file-content.ts";
import { ORIGIN } from "../../../fixtures/full-article.ts";
import { written } from "../../../fixtures/written-content.ts";

const NOW = Date.UTC(2026, 8, 1);
const COUNT = 6_000;
const articles = Array.from({ length: COUNT }, (_, index) =>
  articleNamed(`a${index}`, {
    published: timestampInUtc(Date.UTC(2026, 0, 1) + index * 60_000),
    section: index % 2 === 0 ? "harbour" : "hill",
    tags: [...(index % 3 === 0 ? ["Boats"] : []), ...(index % 5 === 0 ? ["Trains"] : []), `Only ${index % 700}`],
    byline: [{ name: index % 4 === 0 ? "Ada Ferrier" : "Bo Lindqvist" }],
    summary: index % 97 === 0 ? "A rare seal was seen" : "Nothing of note",
  }),
);
const build = written(artifactOf(articles), { entries: 20, bytes: 1_000_000 }, NOW);

/** Opens the store as a new isolate does, and counts the files that it reads. */
function fresh() {
  const opened: string[] = [];
  const store = openContentStore(
    JSON.stringify(build.head),
    async (path) => {
      opened.push(path);
      return build.read(path);
    },
    ORIGIN,
  );
  return { store, opened };
}

const CURRENT = { kind: "current" } as const;
const scopes: readonly Scope[] = [
  { kind: "section", slug: "harbour" },
  { kind: "tag", slug: "boats" },
  { kind: "tag", slug: "only-3" },
  { kind: "author", slug: "bo-lindqvist" },
];

test("the current document of everything is in the Worker's bundle", async () => {
  const { store, opened } = fresh();
  expect((await store.feed(allOf(EVERYTHING), CURRENT, NOW))?.entries.length).toBeGreaterThanOrEqual(20);
  expect(opened).toEqual([]);
});

test.each(scopes)("a document of $kind $slug reads at most two files", async (scope) => {
  const current = fresh();
  const feed = await current.store.feed(allOf(scope), CURRENT, NOW);
  expect(feed?.entries.length).toBeGreaterThan(0);
  expect(current.opened.length).toBeLessThanOrEqual(2);
  const previous = feed?.place.previous;
  if (previous === undefined) return;
  const archive = fresh();
  expect((await archive.store.feed(allOf(scope), { kind: "archive", number: previous }, NOW))?.entries).toHaveLength(
    20,
  );
  expect(archive.opened.length).toBeLessThanOrEqual(2);
});

test("an archive of everything reads one file", async () => {
  const { store, opened } = fresh();
  expect((await store.feed(allOf(EVERYTHING), { kind: "archive", number: 7 }, NOW))?.entries).toHaveLength(20);
  expect(opened).toHaveLength(1);
});

test.each(["a0", "a2999", `a${COUNT - 1}`, "unknown"])("the article %s reads at most two files", async (slug) => {
  const { store, opened } = fresh();
  expect((await store.article(slug, NOW)).kind).toBe(slug === "unknown" ? "unknown" : "found");
  expect(opened.length).toBeLessThanOrEqual(2);
});

test.each(["a0", "a2999", `a${COUNT - 1}`])("what is around the article %s reads no file more", async (slug) => {
  const { store, opened } = fresh();
  const lookup = await store.article(slug, NOW);
  const before = opened.length;
  const around = lookup.kind === "found" ? await store.around(lookup.article, NOW) : undefined;
  expect(around?.candidates.length).toBeGreaterThanOrEqual(19);
  expect(opened).toHaveLength(before);
});

test("the months read no file, and a month reads one", async () => {
  const { store, opened } = fresh();
  expect(await store.months(NOW)).toEqual(["2026-01"]);
  expect(opened).toEqual([]);
  expect((await store.month("2026-01", NOW)).length).toBe(COUNT);
  expect(opened).toHaveLength(1);
});

test("a part of the sitemap reads at most four files, the catalogue one and the recent articles at most two", async () => {
  const sitemap = fresh();
  expect(await sitemap.store.sitemapPart(1, NOW)).toHaveLength(COUNT);
  expect(sitemap.opened.length).toBeLessThanOrEqual(4);
  const catalogue = fresh();
  expect((await catalogue.store.catalogue(NOW)).feeds.length).toBeGreaterThan(700);
  expect(catalogue.opened).toHaveLength(1);
  const recent = fresh();
  const newest = Date.UTC(2026, 0, 1) + COUNT * 60_000;
  expect(await recent.store.recent(newest - 48 * 3_600_000, 1_000, newest)).toHaveLength(1_000);
  expect(recent.opened.length).toBeLessThanOrEqual(2);
});

const filtered: readonly (Selection & { readonly found: number })[] = [
  { ...allOf(EVERYTHING), words: "rare seal", found: Math.ceil(COUNT / 97) },
  { ...allOf(EVERYTHING), words: "note", tags: ["trains"], found: COUNT / 5 - Math.ceil(COUNT / (5 * 97)) },
  { ...allOf({ kind: "section", slug: "hill" }), tags: ["boats", "trains"], found: COUNT / 30 },
  {
    ...allOf({ kind: "author", slug: "ada-ferrier" }),
    words: "seal",
    tags: ["boats"],
    found: Math.ceil(COUNT / (12 * 97)),
  },
  { ...allOf(EVERYTHING), words: "absent", found: 0 },
];

test.each(filtered)(
  "a crawl for $words in $tags finds each of $found articles once, and no document reads more than 20 files",
  async ({ found, ...selection }) => {
    const ids: string[] = [];
    let document: { kind: "current" } | { kind: "archive"; number: number } | undefined = CURRENT;
    while (document) {
      const { store, opened } = fresh();
      const feed = await store.feed(selection, document, NOW);
      ids.push(...(feed?.entries.map(({ id }) => id) ?? []));
      expect(opened.length).toBeLessThanOrEqual(20);
      const previous: number | undefined = feed?.place.previous;
      document = previous === undefined ? undefined : { kind: "archive", number: previous };
    }
    expect([ids.length, new Set(ids).size]).toEqual([found, found]);
  },
);

test("what was read stays in memory, as far as 32 MB hold it", async () => {
  const opened: string[] = [];
  // A character counts as two bytes.
  const files = new ContentFiles(async (path) => {
    opened.push(path);
    return JSON.stringify("x".repeat(7_000_000));
  }, ORIGIN);
  for (const path of ["a", "b", "a", "c", "a", "b"]) await files.json(path);
  expect(opened).toEqual(["a", "b", "c", "b"]);
});

test("the size of the head does not grow with the number of articles", () => {
  const few = written(artifactOf(articles.slice(0, 600)), { entries: 20, bytes: 1_000_000 }, NOW);
  expect(JSON.stringify(build.head).length).toBeLessThan(1.1 * JSON.stringify(few.head).length);
});
