import { expect, test } from "vitest";
import { articleFacts } from "../../../../src/compile/ledger/article-facts.ts";
import { recordChanges } from "../../../../src/compile/ledger/record-changes.ts";
import { recordedAt } from "../../../../src/compile/ledger/record-times.ts";
import type { Article } from "../../../../src/model/article.ts";
import type { Ledger } from "../../../../src/model/ledger.ts";
import { timestampInUtc } from "../../../../src/model/timestamp.ts";
import { articleNamed, artifactOf } from "../../../fixtures/file-content.ts";
import { publication } from "../../../fixtures/full-article.ts";
import { written } from "../../../fixtures/written-content.ts";

const RECORDED = Date.UTC(2026, 8, 1);
const NOW = Date.UTC(2026, 8, 2);
const DIVISION = { entries: 20, bytes: 1_000_000 };

const article = (index: number, overrides: Partial<Article> = {}) =>
  articleNamed(`a${index}`, {
    published: timestampInUtc(Date.UTC(2026, 0, 1) + index * 3_600_000),
    section: "harbour",
    tags: ["Boats", "Trains"],
    byline: [{ name: "Ada Ferrier" }],
    ...overrides,
  });
const articles = Array.from({ length: 500 }, (_, index) => article(index));

function record(ledger: Ledger | undefined, all: readonly Article[], at: number) {
  const recordable = { publication, articles: all.map((each) => articleFacts(each)), renderer: "0".repeat(16) };
  return recordChanges(ledger, recordable, recordedAt(at)).ledger;
}
const ledger = record(undefined, articles, RECORDED);
const filesOf = (all: readonly Article[], of: Ledger, now = NOW) =>
  written(artifactOf(all, { ledger: of }), DIVISION, now).files;
const before = filesOf(articles, ledger);

/** The paths of the files that differ, each with its folder's kind only. */
function changed(after: ReadonlyMap<string, string>): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}

/** Section, two tags, author. */
const SCOPES = 4;

test("the same content gives the same files, in any order and at any time before the clock changes something", () => {
  expect(changed(filesOf(articles.toReversed(), ledger))).toEqual([]);
  expect(changed(filesOf(articles, ledger, NOW + 365 * 86_400_000))).toEqual([]);
});

test("an edit changes four files, and two for each scope of the article", () => {
  const edited = articles.map((each, index) => (index === 77 ? article(77, { title: "Corrected" }) : each));
  const paths = changed(filesOf(edited, record(ledger, edited, NOW)));
  const ofFeeds = paths.filter((path) => path.startsWith("feeds/"));
  expect(paths.filter((path) => !path.startsWith("feeds/"))).toEqual([
    "catalogue",
    "list/0",
    "months/2026-01",
    "words/0",
  ]);
  // The division of everything, and for each scope its division and its facts.
  expect(ofFeeds).toHaveLength(1 + 2 * SCOPES);
});

test("a new article changes the open divisions and the lists", () => {
  const more = [...articles, article(500)];
  const paths = changed(filesOf(more, record(ledger, more, NOW)));
  expect(paths.filter((path) => path.startsWith("feeds/")).length).toBeLessThanOrEqual(1 + 2 * SCOPES);
  expect(paths.filter((path) => !path.startsWith("feeds/")).length).toBeLessThanOrEqual(5);
});

test("no file has the text of an article that was retracted, or that has left the feed", () => {
  const secret = "Quite unmistakable words";
  const body = `<p>${secret}</p>`;
  const known = articles.map((each, index) => (index === 5 ? article(5, { body }) : each));
  const first = record(undefined, known, RECORDED);
  expect([...filesOf(known, first).values()].filter((text) => text.includes(secret))).toHaveLength(1 + SCOPES);
  const retraction = { time: timestampInUtc(NOW), reason: "It was wrong" };
  const without = known.map((each, index) =>
    index === 5 ? article(5, { body, status: "retracted", retraction }) : each,
  );
  const texts = [...filesOf(without, record(first, without, NOW)).values()];
  expect(texts.filter((text) => text.includes(secret))).toEqual([]);
  const moved = known.map((each, index) => (index === 5 ? article(5, { body, tags: [] }) : each));
  const rest = [...filesOf(moved, record(first, moved, NOW)).values()];
  expect(rest.filter((text) => text.includes(secret))).toHaveLength(1 + SCOPES - 2);
});
