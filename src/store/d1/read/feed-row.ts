import type { Reader } from "./reader.ts";

/** A row of the table `feeds`; see `migrations/0001_articles.sql`. */
export type FeedRow = {
  readonly number: number;
  readonly key: string;
  readonly name: string;
  readonly revision: number;
  readonly modified: number;
  readonly changed: number;
  readonly next_change: number | null;
  readonly length: number;
  readonly archives: number;
  readonly current_after: number;
  readonly articles: number;
};

export const FEED_COLUMNS =
  "number, key, name, revision, modified, changed, next_change, length, archives, current_after, articles";

/**
 * Reads a feed's row, found by its `scopeKey`, as it is at `now`. If a change of the feed is due, the function applies
 * all due changes first and reads again. A feed without a row may still be waiting for its first article. Returns
 * undefined if there is no such feed.
 */
export async function readFeedRow(
  { db, applyDueChanges }: Reader,
  key: string,
  now: number,
): Promise<FeedRow | undefined> {
  const read = async () =>
    (await db.prepare(`SELECT ${FEED_COLUMNS} FROM feeds WHERE key = ?`).bind(key).first<FeedRow>()) ?? undefined;
  const row = await read();
  const isDue = row ? row.next_change !== null && row.next_change <= now : await isWaiting(db, key, now);
  if (!isDue) return row;
  await applyDueChanges(now);
  return read();
}

async function isWaiting(db: D1Database, key: string, now: number): Promise<boolean> {
  return (await db.prepare("SELECT 1 FROM pending WHERE feed = ? AND at <= ?").bind(key, now).first()) !== null;
}
