import type { Document, Feed, FeedHead } from "../../../model/feed.ts";
import { scopeKey } from "../../../model/scope.ts";
import { instantOf } from "../../../model/timestamp.ts";
import { feedUpdated } from "../../feed-updated.ts";
import { foundingDay } from "../../founding-day.ts";
import { newestFirst } from "../../newest-first.ts";
import { hasNotices, newestWithdrawals, noticeEnd, withdrawalOf, withNotice, withNotices } from "../../withdrawal.ts";
import type { GoneArticle, Place } from "../data-files.ts";
import { nextChangeOf } from "../item.ts";
import type { ContentReader } from "./content-reader.ts";
import { feedStateAt, NO_NOTICES, noticeEndsAt, withdrawnAt } from "./feed-state.ts";
import { articleIn, isWithdrawn, lastChangeAt, toldAtOf } from "./place.ts";

/**
 * Reads a document of a feed that is not filtered. Returns undefined if the document does not exist. The current
 * document is the newest full division and all positions after it.
 */
export async function readDocument(
  reader: ContentReader,
  head: FeedHead,
  document: Document,
  now: number,
): Promise<Feed | undefined> {
  const feed = await reader.feed(scopeKey(head.selection.scope));
  if (!feed) return emptyFeed(reader, head, document, now);
  const state = feedStateAt(feed, now);
  if (document.kind === "archive") {
    const { number } = document;
    if (number > state.archives) return undefined;
    const places = await reader.places(feed, number);
    return archiveOf(reader, head, places, { number, archives: state.archives }, now);
  }
  const { archives } = state;
  const [full, open, withdrawn] = await Promise.all([
    reader.places(feed, archives),
    reader.places(feed, archives + 1),
    withdrawnAt(reader.files, feed, now),
  ]);
  const entries = entriesOf([...full, ...open], now);
  const isTold = hasNotices(head.selection.scope);
  const { ended, next } = isTold ? noticeEndsAt(feed, withdrawn, reader.publication, now) : NO_NOTICES;
  const tombstones = newestWithdrawals(withdrawn.map((gone) => withdrawalOf(gone, reader.publication)));
  return {
    ...head,
    place: { document, ...(archives > 1 && { previous: archives - 1 }) },
    entries,
    withdrawals: withNotices(tombstones, isTold ? noticesOf(reader, withdrawn, now) : []),
    ...datesOf(reader, entries, { told: state.told, modified: Math.max(state.changed, ended), now }),
    ...validUntil(Math.min(state.next, next)),
  };
}

/** The withdrawn articles that readers are told of at `now`. */
export function noticesOf({ publication }: ContentReader, withdrawn: readonly GoneArticle[], now: number) {
  return withdrawn
    .filter((gone) => (noticeEnd(gone, publication) ?? 0) > now)
    .map((gone) => withNotice(withdrawalOf(gone, publication), gone));
}

function archiveOf(
  reader: ContentReader,
  head: FeedHead,
  places: readonly Place[],
  { number, archives }: { readonly number: number; readonly archives: number },
  now: number,
): Feed {
  const entries = entriesOf(places, now);
  const withdrawn = places.filter((place) => isWithdrawn(place, now));
  const told = Math.max(...places.map((place) => toldAtOf(place, now)));
  const modified = Math.max(...places.map((place) => lastChangeAt(place, now)));
  return {
    ...head,
    place: {
      document: { kind: "archive", number },
      ...(number > 1 && { previous: number - 1 }),
      ...(number < archives && { next: number + 1 }),
    },
    entries,
    withdrawals: newestWithdrawals(withdrawn.map((place) => withdrawalOf(place, reader.publication))),
    ...datesOf(reader, entries, { told, modified, now }),
    ...validUntil(Math.min(...places.map((place) => nextChangeOf(place, now)))),
  };
}

/** The feed of a scope without articles, such as a section in which nothing was published yet. It has no archives. */
export function emptyFeed(reader: ContentReader, head: FeedHead, document: Document, now: number): Feed | undefined {
  if (document.kind === "archive") return undefined;
  return {
    ...head,
    place: { document },
    entries: [],
    withdrawals: [],
    ...datesOf(reader, [], { told: 0, modified: 0, now }),
  };
}

function entriesOf(places: readonly Place[], now: number) {
  return places.flatMap((place) => articleIn(place, now) ?? []).toSorted(newestFirst);
}

/** `updated` and `modified` of a document. */
export function datesOf(
  { publication, head }: ContentReader,
  entries: Feed["entries"],
  { told, modified, now }: { readonly told: number; readonly modified: number; readonly now: number },
): Pick<Feed, "updated" | "modified"> {
  const founded = instantOf(foundingDay(publication));
  return {
    updated: feedUpdated(publication, entries, Math.max(founded, told)),
    modified: Math.min(now, Math.max(founded, head.modified, modified)),
  };
}

export function validUntil(next: number): Pick<Feed, "validUntil"> {
  return Number.isFinite(next) ? { validUntil: next } : {};
}
