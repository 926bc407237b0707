import { type Scope, scopeKey } from "../../../model/scope.ts";
import { searchTokens } from "../../../model/search-tokens.ts";
import type { Selection } from "../../../model/selection.ts";
import type { EntryRow } from "./entry-row.ts";

/**
 * The part of a history that a document shows: the positions after `from` up to and including `to`, from division
 * `division` on.
 */
export type CutSpan = { readonly from: number; readonly to: number; readonly division: number };

/** The entries that match, newest first, and the number of the archive with the next older ones. */
export type Matches = { readonly entries: readonly EntryRow[]; readonly previous?: number };

type Match = { readonly position: number; readonly division: number; readonly article: number };

/**
 * Reads the entries of a filtered document: all that match within the span and, until there are `wanted`, the matches
 * of older divisions, each complete. The full-text index has the words and the feeds of every entry by its position, so
 * the number of rows read depends on the matches and not on the length of the history.
 */
export async function readMatches(
  db: D1Database,
  selection: Selection,
  span: CutSpan,
  wanted: number,
): Promise<Matches> {
  const expression = await matchExpression(db, selection);
  if (expression === undefined) return { entries: [] };
  const find = async (from: number, to: number, max: number) => {
    const found = db.prepare(
      // CROSS JOIN fixes the order of the join. Without statistics SQLite would scan the positions and search the index
      // again for each. D1 binds numbers as REAL, and FTS5 uses only integers as bounds of rowid: without the casts it
      // would read every match.
      `SELECT w.rowid AS position, p.division, p.article FROM entry_words w CROSS JOIN places p ON p.feed = 1 AND p.position = w.rowid
       WHERE entry_words MATCH ? AND w.rowid > CAST(? AS INTEGER) AND w.rowid <= CAST(? AS INTEGER) ORDER BY w.rowid DESC LIMIT ?`,
    );
    return (await found.bind(expression, from, to, max).all<Match>()).results;
  };
  const newest = await find(0, span.to, wanted);
  const last = newest.at(-1);
  if (!last || newest.length < wanted) return { entries: await readEntries(db, newest) };
  // A division is taken in complete, so the rest of the oldest one is read without a limit (LIMIT -1).
  const isInSpan = last.position > span.from;
  const from = isInSpan ? span.from : await startOf(db, last.division);
  const rest = selection.limit === undefined ? await find(from, last.position - 1, -1) : [];
  const oldest = isInSpan ? span.division : last.division;
  return {
    entries: await readEntries(db, [...newest, ...rest]),
    ...(oldest > 1 && { previous: oldest - 1 }),
  };
}

/**
 * Builds the FTS5 expression. Returns undefined if a feed that the selection names does not exist. Tokens consist of
 * letters, marks and digits, so quotation marks are sufficient escaping.
 */
async function matchExpression(db: D1Database, { scope, tags, words }: Selection): Promise<string | undefined> {
  const scopes: Scope[] = [...tags.map((slug) => ({ kind: "tag" as const, slug })), scope];
  const keys = [...new Set(scopes.filter(({ kind }) => kind !== "everything").map(scopeKey))];
  const { results } = await db
    .prepare("SELECT number FROM feeds WHERE key IN (SELECT value FROM json_each(?))")
    .bind(JSON.stringify(keys))
    .all<{ number: number }>();
  if (results.length < keys.length) return undefined;
  const phrases = words === undefined ? [] : [wordsExpression(words)];
  return [...results.map(({ number }) => `feeds : "f${number}"`), ...phrases].join(" AND ");
}

/** The FTS5 expression for all of the words, of which each has a token. They are separated by single spaces. */
export function wordsExpression(words: string): string {
  return words
    .split(" ")
    .map((word) => `words : "${searchTokens(word).join(" ")}" *`)
    .join(" AND ");
}

async function startOf(db: D1Database, division: number): Promise<number> {
  const row = await db
    .prepare("SELECT first FROM archives WHERE feed = 1 AND number = ?")
    .bind(division)
    .first<{ first: number }>();
  return (row?.first ?? 1) - 1;
}

/** D1 binds at most 100 values a statement, so the numbers are passed as one JSON list. */
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
