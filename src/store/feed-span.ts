import type { Document } from "../model/feed.ts";
import type { History, Slot } from "./history.ts";

/** The places a document shows, the oldest first, and the numbers of the archives beside it. */
export type FeedSpan = {
  readonly slots: readonly Slot[];
  readonly previous?: number;
  readonly next?: number;
};

/**
 * Cuts a document out of a history; nothing where there is no such archive yet.
 *
 * A feed that is filtered is cut along the same divisions, and takes in older ones until it has `wanted` entries. Its archives are named by
 * the newest division they take in. So what follows an archive depends on nothing but its number, and a crawl meets every article once,
 * whatever is edited on the way.
 */
export function cutSpan(
  history: History,
  document: Document,
  now: number,
  filter?: { readonly matches: (slot: Slot) => boolean; readonly wanted: number },
): FeedSpan | undefined {
  const archives = history.archivesAt(now);
  if (document.kind === "archive" && document.number > archives) return undefined;
  const span = document.kind === "current" ? history.currentSpan(now) : history.archiveSpan(document.number);
  let oldest = document.kind === "current" ? archives : document.number;
  let { from } = span;
  let slots = history.slots.slice(from, span.to);
  if (filter) {
    slots = slots.filter(filter.matches);
    while (slots.length < filter.wanted && oldest > 1) {
      oldest -= 1;
      const older = history.archiveSpan(oldest);
      slots = [...history.slots.slice(older.from, from).filter(filter.matches), ...slots];
      from = older.from;
    }
  }
  const next = document.kind === "archive" && !filter && document.number < archives ? document.number + 1 : undefined;
  return { slots, ...(oldest > 1 && { previous: oldest - 1 }), ...(next !== undefined && { next }) };
}
