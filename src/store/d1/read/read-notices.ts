import type { Withdrawal } from "../../../model/feed.ts";
import { noticeDuration } from "../../../model/retractions.ts";
import { EVERYTHING, scopeKey } from "../../../model/scope.ts";
import type { Selection } from "../../../model/selection.ts";
import { MAX_WITHDRAWALS, matcherOfTitle, newestWithdrawals } from "../../withdrawal.ts";
import { type GonePlaceRow, publicWithdrawal, withdrawnEntry } from "./entry-row.ts";
import { noticesSince } from "./feed-row.ts";
import type { Reader } from "./reader.ts";

/**
 * Reads the withdrawals that the current document of a filtered or limited feed shows notices of: those in all feeds
 * that it is filtered by. It reads as many rows as these feeds show notices.
 */
export async function readNotices(
  { db, settings }: Pick<Reader, "db" | "settings">,
  selection: Selection,
  now: number,
  origin: string,
): Promise<readonly Withdrawal[]> {
  if (noticeDuration(settings.publication) === 0) return [];
  const { scope, tags, words } = selection;
  const filters = [scopeKey(scope), ...tags.map((slug) => scopeKey({ kind: "tag", slug }))];
  const [first = scopeKey(EVERYTHING), ...others] = filters.filter((key) => key !== scopeKey(EVERYTHING));
  const noticed = `feed = (SELECT number FROM feeds WHERE key = ?) AND noticed_at > ? AND left_at IS NULL`;
  const since = noticesSince(settings, now);
  const { results } = await db
    .prepare(
      `SELECT a.state, p.withdrawn_at, p.noticed_at, a.document, a.withdrawal FROM places p JOIN articles a ON a.number = p.article
       WHERE p.${noticed} ${others.map(() => `AND p.article IN (SELECT article FROM places WHERE ${noticed})`).join(" ")}
       ORDER BY p.noticed_at DESC, a.id LIMIT ${words === undefined ? MAX_WITHDRAWALS : -1}`,
    )
    .bind(...[first, ...others].flatMap((key) => [key, since]))
    .all<GonePlaceRow>();
  const hasWords = matcherOfTitle(selection);
  const told = results
    .map((row) => ({ ...publicWithdrawal(row, origin), notice: withdrawnEntry(row, origin) }))
    .filter(({ notice }) => hasWords(notice.title));
  return newestWithdrawals(told);
}
