import { beforeEach, expect, test } from "vitest";
import { ALL } from "../../src/model/selection.ts";
import { fullArticle } from "../fixtures/full-article.ts";
import { articleNamed } from "../fixtures/shelf.ts";
import { empty, open, unplaced } from "./open.ts";

const NOW = Date.UTC(2026, 5, 1, 12);
const desk = { actor: "desk", now: NOW };

beforeEach(() => empty());

test("an article that is saved is in its feeds, as it was written", async () => {
  const { newsroom, store, woken } = open();
  const saved = await newsroom.save(unplaced(fullArticle), undefined, desk);
  expect(saved.kind).toBe("created");
  const feed = await store.feed(ALL, { kind: "current" }, NOW);
  expect(feed?.entries).toEqual([fullArticle]);
  expect(feed?.place).toEqual({ document: { kind: "current" } });
  expect(woken.times).toBe(1);
  expect((await newsroom.save(unplaced(fullArticle), undefined, desk)).kind).toBe("unchanged");
  expect(await store.article(fullArticle.slug, NOW)).toMatchObject({ kind: "found", article: fullArticle });
});

test("words find", async () => {
  const { newsroom, store } = open();
  await newsroom.save(unplaced(articleNamed("ferry")), undefined, desk);
  const feed = await store.feed({ ...ALL, words: "ferr" }, { kind: "current" }, NOW);
  expect(feed?.entries.map(({ slug }) => slug)).toEqual(["ferry"]);
});
