import type { Document } from "../model/feed.ts";
import type { FeedPosition, History } from "./history.ts";

/** The positions that a document shows, oldest first, and the numbers of the archives before and after it. */
export type FeedSpan = {
  readonly positions: readonly FeedPosition[];
  readonly previous?: number;
  readonly next?: number;
};

/**
 * Cuts a document out of a history. Returns undefined if the archive does not exist yet.
 *
 * A filtered document is cut at the same divisions. It takes in older divisions until it has `wanted` entries, and its
 * number is that of its newest division. What precedes an archive therefore depends on its number only, and a crawl
 * meets every article exactly once even if articles are edited meanwhile.
 */
export function cutSpan(
  history: History,
  document: Document,
  now: number,
  filter?: { readonly matches: (position: FeedPosition) => boolean; readonly wanted: number },
): FeedSpan | undefined {
  const archives = history.archivesAt(now);
  if (document.kind === "archive" && document.number > archives) return undefined;
  const span = document.kind === "current" ? history.currentSpan(now) : history.archiveSpan(document.number);
  let oldest = document.kind === "current" ? archives : document.number;
  let { from } = span;
  let positions = history.positions.slice(from, span.to);
  if (filter) {
    positions = positions.filter(filter.matches);
    while (positions.length < filter.wanted && oldest > 1) {
      oldest -= 1;
      const older = history.archiveSpan(oldest);
      positions = [...history.positions.slice(older.from, from).filter(filter.matches), ...positions];
      from = older.from;
    }
  }
  const next = document.kind === "archive" && !filter && document.number < archives ? document.number + 1 : undefined;
  return { positions, ...(oldest > 1 && { previous: oldest - 1 }), ...(next !== undefined && { next }) };
}
