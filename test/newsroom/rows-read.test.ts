import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { nameSlug } from "../../src/model/scope.ts";
import { ALL, allOf } from "../../src/model/selection.ts";
import { instantOf } from "../../src/model/timestamp.ts";
import type { ArticleStore } from "../../src/store/article-store.ts";
import { countingDatabase } from "../bench/newsroom/counting-database.ts";
import {
  BENCH_BEGIN,
  deskArticle,
  deskArticles,
  deskPublication,
  FREQUENT,
  PAIR,
} from "../bench/newsroom/desk-articles.ts";
import { historyRows, INSERTS } from "../bench/newsroom/history-rows.ts";
import { tableRows } from "../bench/newsroom/table-rows.ts";
import { empty, open } from "./open.ts";

const SMALL = 400;
const LARGE = 1_600;
const DIVISION = { entries: 20, bytes: 1_000_000 };
const [one, other] = PAIR.map(nameSlug) as [string, string];

type Reading = readonly [name: string, read: (store: ArticleStore, archive: number) => Promise<unknown>];

const current = { kind: "current" } as const;
const READINGS: readonly Reading[] = [
  ["the version of everything", (store) => store.version(ALL, current, BENCH_BEGIN)],
  ["everything", (store) => store.feed(ALL, current, BENCH_BEGIN)],
  ["its newest entries", (store) => store.feed({ ...ALL, limit: 5 }, current, BENCH_BEGIN)],
  ["an archive", (store, number) => store.feed(ALL, { kind: "archive", number }, BENCH_BEGIN)],
  ["a section", (store) => store.feed(allOf({ kind: "section", slug: "harbour" }), current, BENCH_BEGIN)],
  ["a word of every article", (store) => store.feed({ ...ALL, words: FREQUENT }, current, BENCH_BEGIN)],
  ["the first letter of that word", (store) => store.feed({ ...ALL, words: "t" }, current, BENCH_BEGIN)],
  [
    "that word in an archive",
    (store, number) => store.feed({ ...ALL, words: FREQUENT }, { kind: "archive", number }, BENCH_BEGIN),
  ],
  ["two tags", (store) => store.feed({ ...ALL, tags: [one, other].sort() }, current, BENCH_BEGIN)],
  ["an article", (store) => store.article(deskArticle(SMALL / 2).slug, BENCH_BEGIN)],
  ["what is around an article", (store) => store.around(deskArticle(SMALL / 2), BENCH_BEGIN)],
  ["an unknown article", (store) => store.article("nowhere", BENCH_BEGIN)],
  ["the articles of the last day", (store) => store.recent(BENCH_BEGIN - 24 * 60 * 60_000, 1_000, BENCH_BEGIN)],
  ["the newest article before that", (store) => store.recent(0, 1, BENCH_BEGIN - 24 * 60 * 60_000)],
];

async function measure(articles: number) {
  await empty();
  const rows = [...historyRows(deskArticles(articles), DIVISION)];
  await env.DB.batch(rows.map(({ table, values }) => env.DB.prepare(INSERTS[table]).bind(...values)));
  const { db, count } = countingDatabase(env.DB);
  const { store, newsroom } = open({ division: DIVISION, artifact: { publication: deskPublication }, db });
  const read: [name: string, rows: number][] = [];
  const counted = async (name: string, work: () => Promise<unknown>) => {
    Object.assign(count, { read: 0, written: 0, statements: [] });
    expect(await work(), name).toBeDefined();
    read.push([name, count.read]);
  };
  for (const [name, work] of READINGS) await counted(name, () => work(store, articles / DIVISION.entries / 2));
  const article = deskArticle(-1);
  const writing = { actor: "desk", now: instantOf(article.published) };
  await counted("publishing", () => newsroom.save(article, undefined, writing));
  const written = tableRows(count.statements);
  const moved = { ...deskArticle(-16), formerPaths: ["/old/address"] };
  await newsroom.save(moved, undefined, writing);
  await counted("discarding", () => newsroom.retract(moved.slug, undefined, writing));
  const left = await env.DB.batch(
    ["SELECT 1 FROM pending", "SELECT 1 FROM former_paths", "SELECT 1 FROM feeds WHERE next_change IS NOT NULL"].map(
      (sql) => env.DB.prepare(sql),
    ),
  );
  expect(left.map(({ results }) => results)).toEqual([[], [], []]);
  return { read: new Map(read), written };
}

test("a long history takes no more rows to read than a short one", async () => {
  const small = await measure(SMALL);
  const large = await measure(LARGE);
  const more = [...large.read].filter(([name, rows]) => rows > 1.2 * (small.read.get(name) ?? 0));
  expect(more.map(([name, rows]) => `${name}: ${small.read.get(name)} rows, then ${rows}`)).toEqual([]);
  expect(large.read.get("the version of everything"), "rows that a 304 reads").toBe(1);
  expect(large.written, "table rows that publishing one article writes").toBeLessThanOrEqual(20);
}, 120_000);
