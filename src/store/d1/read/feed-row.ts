import type { Division } from "../../history.ts";
import { applyDueChanges } from "../write/apply-due-changes.ts";

/** A feed's row; see `migrations/0001_articles.sql`. */
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
 * The feed as it is at `now`: one row, found by its key, unless the clock has brought something since it was written, which is settled first. A
 * feed may be waiting for its first article as well.
 */
export async function readFeedRow(
  db: D1Database,
  division: Division,
  key: string,
  now: number,
): Promise<FeedRow | undefined> {
  const read = async () =>
    (await db.prepare(`SELECT ${FEED_COLUMNS} FROM feeds WHERE key = ?`).bind(key).first<FeedRow>()) ?? undefined;
  const row = await read();
  const isDue = row ? row.next_change !== null && row.next_change <= now : await isWaiting(db, key, now);
  if (!isDue) return row;
  await applyDueChanges(db, division, now);
  return read();
}

async function isWaiting(db: D1Database, key: string, now: number): Promise<boolean> {
  return (await db.prepare("SELECT 1 FROM pending WHERE feed = ? AND at <= ?").bind(key, now).first()) !== null;
}
