import { noticeDuration } from "../../../model/retractions.ts";
import type { NewsroomSettings } from "../newsroom-settings.ts";
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
  readonly told: number;
};

/**
 * A feed's row with the notices that it shows at a moment: how many, and the time of the oldest. `notice_over` is the
 * time of the newest withdrawal whose notice has ended.
 */
export type NoticedFeedRow = FeedRow & {
  readonly notices: number;
  readonly notice_since: number | null;
  readonly notice_over: number | null;
};

export const FEED_COLUMNS =
  "number, key, name, revision, modified, changed, next_change, length, archives, current_after, articles, told";

/**
 * The columns of a feed's row with its notices.
 *
 * @param feed the name of the table in the statement
 * @param cut the name of the value that is bound: the notices of withdrawals after it are shown
 */
export function noticedFeedColumns(feed: string, cut: string): string {
  const noticed = (what: string, sign: ">" | "<=", condition: string) =>
    `CASE WHEN ${condition} THEN
       (SELECT ${what} FROM places n WHERE n.feed = ${feed}.number AND n.left_at IS NULL AND n.noticed_at ${sign} ${cut}) END`;
  return `${FEED_COLUMNS}, coalesce(${noticed("count(*)", ">", `noticed > ${cut}`)}, 0) AS notices,
    ${noticed("min(n.noticed_at)", ">", `noticed > ${cut}`)} AS notice_since,
    ${noticed("max(n.noticed_at)", "<=", "noticed IS NOT NULL")} AS notice_over`;
}

/** The time in milliseconds since the epoch after which an article must have been withdrawn for its notice to show. */
export function noticesSince({ publication }: NewsroomSettings, now: number): number {
  return now - noticeDuration(publication);
}

/** When the passage of time alone changes the document of a feed, and when it last did so by the end of a notice. */
export function noticeTimes(
  { next_change, notice_over, notice_since }: NoticedFeedRow,
  { publication }: NewsroomSettings,
): { readonly ended: number; readonly validUntil?: number } {
  const duration = noticeDuration(publication);
  if (duration === 0) return { ended: 0, ...(next_change !== null && { validUntil: next_change }) };
  const until = Math.min(next_change ?? Infinity, notice_since === null ? Infinity : notice_since + duration);
  return {
    ended: notice_over === null ? 0 : notice_over + duration,
    ...(Number.isFinite(until) && { validUntil: until }),
  };
}

/**
 * Reads a feed's row, found by its `scopeKey`, as it is at `now`. If a change of the feed is due, the function applies
 * all due changes first and reads again. A feed without a row may still be waiting for its first article. Returns
 * undefined if there is no such feed.
 */
export async function readFeedRow(
  { db, settings, applyDueChanges }: Reader,
  key: string,
  now: number,
): Promise<NoticedFeedRow | undefined> {
  const sql = `SELECT ${noticedFeedColumns("feeds", "?2")} FROM feeds WHERE key = ?1`;
  const read = async () =>
    (await db.prepare(sql).bind(key, noticesSince(settings, now)).first<NoticedFeedRow>()) ?? undefined;
  const row = await read();
  const isDue = row ? row.next_change !== null && row.next_change <= now : await isWaiting(db, key, now);
  if (!isDue) return row;
  await applyDueChanges(now);
  return read();
}

async function isWaiting(db: D1Database, key: string, now: number): Promise<boolean> {
  return (await db.prepare("SELECT 1 FROM pending WHERE feed = ? AND at <= ?").bind(key, now).first()) !== null;
}
