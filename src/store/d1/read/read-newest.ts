import type { EntryRow } from "./entry-row.ts";
import type { FeedRow } from "./feed-row.ts";
import type { CutSpan } from "./read-matches.ts";

/** The newest entries of a feed up to the end of the span, at most so many; empty places do not count. */
export async function readNewest(
  db: D1Database,
  { number }: FeedRow,
  { to }: CutSpan,
  most: number,
): Promise<readonly EntryRow[]> {
  const { results } = await db
    .prepare(
      `SELECT p.position, p.division, a.document, a.next_change
       FROM places p JOIN articles a ON a.number = p.article AND a.state = 'published'
       WHERE p.feed = ? AND p.position <= ? AND p.left_at IS NULL ORDER BY p.position DESC LIMIT ?`,
    )
    .bind(number, to, most)
    .all<EntryRow>();
  return results;
}
