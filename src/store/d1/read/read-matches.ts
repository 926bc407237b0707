import { type Scope, scopeKey } from "../../../model/scope.ts";
import { searchTokens } from "../../../model/search-tokens.ts";
import type { Selection } from "../../../model/selection.ts";
import type { EntryRow } from "./entry-row.ts";

/** Where a document is cut out of the history of everything: places after `from` up to `to`, in divisions from `division` on. */
export type CutSpan = { readonly from: number; readonly to: number; readonly division: number };

/** Entries that match, and the number of the archive before them. */
export type Matches = { readonly entries: readonly EntryRow[]; readonly previous?: number };

type Match = { readonly position: number; readonly division: number; readonly article: number };

/**
 * The entries of a filtered document: all that match within the span and, until there are `wanted`, those of older divisions, each taken in whole. The
 * full-text index knows the words and the feeds of every entry by its place, so what is read is as much as matches, however long the history.
 */
export async function readMatches(
  db: D1Database,
  selection: Selection,
  span: CutSpan,
  wanted: number,
): Promise<Matches> {
  const expression = await matchExpression(db, selection);
  if (expression === undefined) return { entries: [] };
  const find = async (from: number, to: number, most: number) => {
    const found = db.prepare(
      // A cross join keeps its order: without statistics, SQLite would go through the places and search the index anew for each. The casts
      // are because numbers are bound as floating ones, and the index takes only integers for bounds: it would go through all that matches.
      `SELECT w.rowid AS position, p.division, p.article FROM entry_words w CROSS JOIN places p ON p.feed = 1 AND p.position = w.rowid
       WHERE entry_words MATCH ? AND w.rowid > CAST(? AS INTEGER) AND w.rowid <= CAST(? AS INTEGER) ORDER BY w.rowid DESC LIMIT ?`,
    );
    return (await found.bind(expression, from, to, most).all<Match>()).results;
  };
  const newest = await find(0, span.to, wanted);
  const last = newest.at(-1);
  if (!last || newest.length < wanted) return { entries: await readEntries(db, newest) };
  // A division is taken in whole, and has no more places than an integer can count.
  const isInSpan = last.position > span.from;
  const from = isInSpan ? span.from : await startOf(db, last.division);
  const rest = selection.limit === undefined ? await find(from, last.position - 1, -1) : [];
  const oldest = isInSpan ? span.division : last.division;
  return {
    entries: await readEntries(db, [...newest, ...rest]),
    ...(oldest > 1 && { previous: oldest - 1 }),
  };
}

/** Nothing where a feed that is asked for is not there. Tokens are letters, marks and digits, so quotes are all the escaping they need. */
async function matchExpression(db: D1Database, { scope, tags, words }: Selection): Promise<string | undefined> {
  const scopes: Scope[] = [...tags.map((slug) => ({ kind: "tag" as const, slug })), scope];
  const keys = [...new Set(scopes.filter(({ kind }) => kind !== "everything").map(scopeKey))];
  const { results } = await db
    .prepare("SELECT number FROM feeds WHERE key IN (SELECT value FROM json_each(?))")
    .bind(JSON.stringify(keys))
    .all<{ number: number }>();
  if (results.length < keys.length) return undefined;
  const phrases = (words?.split(" ") ?? []).map((word) => `words : "${searchTokens(word).join(" ")}" *`);
  return [...results.map(({ number }) => `feeds : "f${number}"`), ...phrases].join(" AND ");
}

async function startOf(db: D1Database, division: number): Promise<number> {
  const row = await db
    .prepare("SELECT first FROM archives WHERE feed = 1 AND number = ?")
    .bind(division)
    .first<{ first: number }>();
  return (row?.first ?? 1) - 1;
}

/** A batch binds few values, so the numbers go as one list. */
async function readEntries(db: D1Database, matches: readonly Match[]): Promise<readonly EntryRow[]> {
  if (matches.length === 0) return [];
  const { results } = await db
    .prepare("SELECT number, document, next_change FROM articles WHERE number IN (SELECT value FROM json_each(?))")
    .bind(JSON.stringify(matches.map(({ article }) => article)))
    .all<Pick<EntryRow, "document" | "next_change"> & { number: number }>();
  const byNumber = new Map(results.map((row) => [row.number, row]));
  return matches.flatMap(({ position, division, article }) => {
    const row = byNumber.get(article);
    return row ? [{ position, division, document: row.document, next_change: row.next_change }] : [];
  });
}
