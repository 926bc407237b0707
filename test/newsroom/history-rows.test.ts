import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { searchTokens } from "../../src/model/search-tokens.ts";
import { instantOf } from "../../src/model/timestamp.ts";
import { deskArticles } from "../bench/newsroom/desk-articles.ts";
import { historyRows, INSERTS, SEEDER } from "../bench/newsroom/history-rows.ts";
import { empty, kindOf, open } from "./open.ts";

const ARTICLES = 230;
/** Some pages are full by their entries and some by their bytes. */
const DIVISION = { entries: 20, bytes: 45_000 };

const TABLES = [
  "articles",
  "sources",
  "former_paths",
  "feeds",
  "places",
  "archives",
  "pending",
  "sitemap_parts",
  "outbox",
  "audit",
  "media_uses",
];

/** Every stored row, and the positions that each word finds, because the index does not store its text. */
async function everything(tokens: readonly string[]) {
  const rows = await env.DB.batch(TABLES.map((table) => env.DB.prepare(`SELECT * FROM ${table}`)));
  const found: [string, unknown][] = [];
  for (const token of tokens) {
    const match = env.DB.prepare("SELECT rowid FROM entry_words WHERE entry_words MATCH ? ORDER BY rowid");
    found.push([token, (await match.bind(token).raw()).flat()]);
  }
  return { tables: TABLES.map((table, index) => [table, rows[index]?.results]), found };
}

test("the rows that a benchmark starts from equal the rows that publishing writes", async () => {
  await empty();
  const articles = [...deskArticles(ARTICLES)];
  const { newsroom } = open({ division: DIVISION });
  for (const article of articles) {
    const now = instantOf(article.published);
    expect(kindOf(await newsroom.save(article, undefined, { actor: SEEDER, now }))).toBe("created");
  }
  await env.DB.prepare("DELETE FROM outbox").run();
  const [first] = articles;
  const words = searchTokens(`${first?.title} ${first?.summary}`);
  const tokens = [...words.map((word) => `words : "${word}"`), 'feeds : "f1"', 'feeds : "f7"'];
  const published = await everything(tokens);
  expect(published.found.every(([, places]) => (places as []).length > 0)).toBe(true);

  await empty();
  await env.DB.batch(
    [...historyRows(articles, DIVISION)].map(({ table, values }) => env.DB.prepare(INSERTS[table]).bind(...values)),
  );
  expect(await everything(tokens)).toEqual(published);
}, 60_000);
