import { beforeEach, expect, test } from "vitest";
import { matcherOfWords, searchLine } from "../../src/model/search-tokens.ts";
import { ALL } from "../../src/model/selection.ts";
import { foldText } from "../../src/model/text.ts";
import { articleNamed } from "../fixtures/file-content.ts";
import { fullArticle, plainArticle } from "../fixtures/full-article.ts";
import { asStored, empty, kindOf, open } from "./open.ts";

const NOW = Date.UTC(2026, 5, 1, 12);
const desk = { actor: "desk", now: NOW };

beforeEach(() => empty());

test("a saved article appears in its feeds unchanged", async () => {
  const { newsroom, store, woken } = open();
  const saved = await newsroom.save(asStored(fullArticle), undefined, desk);
  expect(kindOf(saved)).toBe("created");
  const feed = await store.feed(ALL, { kind: "current" }, NOW);
  expect(feed?.entries).toEqual([fullArticle]);
  expect(feed?.place).toEqual({ document: { kind: "current" } });
  expect(woken.times).toBe(1);
  expect(kindOf(await newsroom.save(asStored(fullArticle), undefined, desk))).toBe("unchanged");
  expect(await store.article(fullArticle.slug, NOW)).toMatchObject({ kind: "found", article: fullArticle });
});

test("a search finds an article by the beginning of a word", async () => {
  const { newsroom, store } = open();
  await newsroom.save(asStored(articleNamed("ferry")), undefined, desk);
  const feed = await store.feed({ ...ALL, words: "ferr" }, { kind: "current" }, NOW);
  expect(feed?.entries.map(({ slug }) => slug)).toEqual(["ferry"]);
});

test("a search finds words of any script by any beginning", async () => {
  const { newsroom, store } = open();
  const title = "Санкции 朝鲜制裁 𞤀𞤣𞤤𞤢𞤥 x-rays Straßenbahnhaltestelle";
  await newsroom.save(asStored(articleNamed("scripts", { title })), undefined, desk);
  const found = async (words: string) =>
    (await store.feed({ ...ALL, words }, { kind: "current" }, NOW))?.entries.length;
  for (const words of ["санк", "制", "制裁", "鲜制", "𞤢𞤣", "x", "x-ra", "straßenbahnhalte", "strassenbahn", "s", "с"])
    expect([words, await found(foldText(words))]).toEqual([words, matches(title, words) ? 1 : 0]);
});

/** Whether the search of file mode finds the words in the title. */
function matches(title: string, words: string): boolean {
  return matcherOfWords(foldText(words))(searchLine({ title, summary: plainArticle.summary }));
}
