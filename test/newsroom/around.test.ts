import { expect, test } from "vitest";
import type { Article } from "../../src/model/article.ts";
import { timestampInUtc } from "../../src/model/timestamp.ts";
import type { ArticleStore } from "../../src/store/article-store.ts";
import { articleNamed } from "../fixtures/file-content.ts";
import { publication, time } from "../fixtures/full-article.ts";
import { FileReference } from "../reference/file-reference.ts";
import { asStored, empty, open } from "./open.ts";

const DIVISION = { entries: 3, bytes: 1_000_000 };
const DAY = 86_400_000;
const BEGIN = Date.UTC(2026, 0, 20);

async function shown(store: ArticleStore, slug: string, now: number) {
  const found = await store.article(slug, now);
  if (found.kind === "withdrawn") return { kind: found.kind, title: found.title, retraction: found.retraction };
  if (found.kind !== "found") return { kind: found.kind };
  const { candidates, previous, next } = await store.around(found.article, now);
  const address = (neighbour: typeof previous) =>
    neighbour?.kind === "article" ? neighbour.article.url : neighbour?.number;
  return { candidates: candidates.map(({ url }) => url), previous: address(previous), next: address(next) };
}

test("a newsroom has around an article, and in the months, what file mode has", async () => {
  await empty();
  const { newsroom, store } = open({ division: DIVISION, artifact: { publication } });
  const reference = new FileReference(DIVISION, publication);
  let now = BEGIN;
  const put = async (article: Article) => {
    reference.put(article, now);
    await newsroom.save(asStored(article), undefined, { actor: "desk", now });
  };
  const articles = Array.from({ length: 11 }, (_, index) =>
    articleNamed(`a${index}`, { published: timestampInUtc(BEGIN + index * 4 * DAY), tags: ["Boats"] }),
  );
  for (const article of articles) {
    now = BEGIN + articles.indexOf(article) * 4 * DAY;
    await put(article);
  }
  const withdrawn = articles[4];
  if (!withdrawn) throw new Error("there are eleven");
  now += DAY;
  await put({
    ...withdrawn,
    status: "retracted",
    retraction: { time: time("2026-03-02T00:00:00Z"), reason: "Another boat." },
  });
  for (const { slug } of articles)
    expect(await shown(store, slug, now), slug).toEqual(await shown(reference.store, slug, now));
  expect(await store.months(now)).toEqual(await reference.store.months(now));
  expect((await store.months(now)).length).toBeGreaterThan(0);
  for (const month of await store.months(now)) {
    const urls = async (from: ArticleStore) => (await from.month(month, now)).map(({ article }) => article.url);
    expect(await urls(store), month).toEqual(await urls(reference.store));
  }
});
