import { ARTICLE_STATES, type ArticleState } from "../../../model/article-state.ts";
import { matcherOfWords, searchLine } from "../../../model/search-tokens.ts";
import type { ArticleSearch, SearchPage, StoredArticleSummary } from "../../newsroom.ts";
import { wordsExpression } from "./read-matches.ts";

/** How many articles that are not published one request reads. No index has their words. */
const MAX_READ = 500;

const COLUMNS = `a.number, a.id, a.slug, a.document ->> 'title' AS title, a.document ->> 'updated' AS updated, a.state,
  a.revision, a.hash, a.saved, a.due`;

type Found = StoredArticleSummary & { readonly number: number };

/** Where a page begins: behind an article that is not published, by its number, or behind a position in the history. */
type Place = { readonly kind: "number" | "position"; readonly value: number };

/** The first page begins before every number. */
const BEGIN: Place = { kind: "number", value: Number.MAX_SAFE_INTEGER };

/** Reads the `next` of a page. Undefined if it is none. */
export function readPlace(after: string): Place | undefined {
  const [, kind, digits] = /^([np])(\d{1,15})$/.exec(after) ?? [];
  if (digits === undefined) return undefined;
  return { kind: kind === "n" ? "number" : "position", value: Number(digits) };
}

/**
 * Searches all articles: first those that are not published, newest first, then the published ones in the order in
 * which they came out, newest first. The words of published articles are in the full-text index. The others are read,
 * `MAX_READ` in a request, so a page may have fewer articles than were asked for, or none, and still a `next`.
 */
export async function searchArticles(
  db: D1Database,
  { words, state, after, most }: ArticleSearch,
): Promise<SearchPage> {
  const place = (after === undefined ? undefined : readPlace(after)) ?? BEGIN;
  const items: Found[] = [];
  if (place.kind === "number") {
    const states = ARTICLE_STATES.filter((each) => each !== "published" && (state === undefined || each === state));
    const read = states.length === 0 ? [] : await readUnpublished(db, states, place.value);
    const matches = matcherOfWords(words);
    const found = read.filter((each) => matches(each.line));
    items.push(...found.slice(0, most).map(({ line: _, ...item }) => item));
    const last = found.length > most ? found[most - 1] : read.length === MAX_READ ? read.at(-1) : undefined;
    if (last) return { items, next: `n${last.number}` };
  }
  if (state !== undefined && state !== "published") return { items };
  const from = place.kind === "position" ? place.value : Number.MAX_SAFE_INTEGER;
  const published = await readPublished(db, words, from, most - items.length + 1);
  const taken = published.slice(0, most - items.length);
  const hasMore = published.length > taken.length;
  const lastTaken = taken.at(-1);
  // If the page is full of other articles, the next one finds no more of them and begins with the published ones.
  const next = lastTaken ? `p${lastTaken.position}` : `n${items.at(-1)?.number ?? 0}`;
  return { items: [...items, ...taken.map(({ position: _, ...item }) => item)], ...(hasMore && { next }) };
}

/** The newest articles of these states before a number. Each state is read by its index, and no further than needed. */
async function readUnpublished(
  db: D1Database,
  states: readonly ArticleState[],
  before: number,
): Promise<readonly (Found & { readonly line: string })[]> {
  const each = states.map(
    (_, index) =>
      `SELECT * FROM (SELECT ${COLUMNS}, a.document ->> 'summary' AS summary FROM articles a
       WHERE a.state = ?${index + 3} AND a.number < ?1 ORDER BY a.number DESC LIMIT ?2)`,
  );
  const { results } = await db
    .prepare(`${each.join(" UNION ALL ")} ORDER BY number DESC LIMIT ?2`)
    .bind(before, MAX_READ, ...states)
    .all<Found & { readonly summary: string }>();
  return results.map(({ summary, ...found }) => ({ ...found, line: searchLine({ title: found.title, summary }) }));
}

/** As in `readMatches`, CROSS JOIN fixes the order of the join, and the cast makes the bound an integer for FTS5. */
async function readPublished(
  db: D1Database,
  words: string,
  before: number,
  max: number,
): Promise<readonly (Found & { readonly position: number })[]> {
  const { results } = await db
    .prepare(
      `SELECT w.rowid AS position, ${COLUMNS} FROM entry_words w
       CROSS JOIN places p ON p.feed = 1 AND p.position = w.rowid CROSS JOIN articles a ON a.number = p.article
       WHERE entry_words MATCH ?1 AND w.rowid < CAST(?2 AS INTEGER) ORDER BY w.rowid DESC LIMIT ?3`,
    )
    .bind(wordsExpression(words), before, max)
    .all<Found & { readonly position: number }>();
  return results;
}
