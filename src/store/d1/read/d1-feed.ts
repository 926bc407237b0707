import type { Document, Feed, FeedHead } from "../../../model/feed.ts";
import { scopeKey } from "../../../model/scope.ts";
import { isFiltered } from "../../../model/selection.ts";
import { latest } from "../../../model/timestamp.ts";
import { foundingDay } from "../../founding-day.ts";
import { newestFirst } from "../../newest-first.ts";
import type { NewsroomSettings } from "../newsroom-settings.ts";
import { type EntryRow, publicArticle, publicWithdrawal } from "./entry-row.ts";
import { type FeedRow, readFeedRow } from "./feed-row.ts";
import { documentTag, readDocument, readNewest } from "./read-document.ts";
import { type CutSpan, readMatches } from "./read-matches.ts";
import type { Reader } from "./reader.ts";

/**
 * Opens a document of a feed that is not filtered: the positions between two marks. Returns undefined if the document
 * does not exist.
 */
export async function openStoredFeed(
  { db, settings }: Pick<Reader, "db" | "settings">,
  head: FeedHead,
  document: Document,
): Promise<Feed | undefined> {
  const origin = head.publication.address;
  const stored = await readDocument(db, scopeKey(head.selection.scope), document);
  if (!stored) return emptyFeed(settings, head, document);
  const { feed, archive, entries, withdrawn } = stored;
  const newest = feed.archives;
  const number = archive?.number ?? newest + 1;
  const previous = archive ? number - 1 : newest - 1;
  return {
    ...feedOf(settings, head, entries, {
      modified: archive?.modified ?? feed.modified,
      validUntil: feed.next_change ?? undefined,
    }),
    place: {
      document,
      ...(previous >= 1 && { previous }),
      ...(archive && number < newest && { next: number + 1 }),
    },
    withdrawals: withdrawn.map((row) => publicWithdrawal(row, origin)).toSorted(newestWithdrawalFirst),
    tag: documentTag(settings, feed, archive),
  };
}

/** Opens a document of a feed that is filtered or limited. Returns undefined if the document does not exist. */
export async function openCutFeed(
  reader: Reader,
  head: FeedHead,
  document: Document,
  now: number,
): Promise<Feed | undefined> {
  const { db, settings } = reader;
  const { selection } = head;
  const history = isFiltered(selection) ? "everything" : scopeKey(selection.scope);
  const feed = await readFeedRow(reader, history, now);
  const span = feed && (await spanOf(db, feed, document));
  if (!feed || !span) return emptyFeed(settings, head, document);
  const { entries, previous } = isFiltered(selection)
    ? await readMatches(db, selection, span, selection.limit ?? settings.division.entries)
    : { entries: await readNewest(db, feed, { last: span.to, max: selection.limit ?? 0 }), previous: undefined };
  return {
    ...feedOf(settings, head, entries, { modified: feed.changed, validUntil: feed.next_change ?? undefined }),
    place: { document, ...(selection.limit === undefined && previous !== undefined && { previous }) },
    withdrawals: [],
  };
}

async function spanOf(db: D1Database, feed: FeedRow, document: Document): Promise<CutSpan | undefined> {
  if (document.kind === "current") return { from: feed.current_after, to: feed.length, division: feed.archives };
  const archive = await db
    .prepare("SELECT first, last FROM archives WHERE feed = ? AND number = ?")
    .bind(feed.number, document.number)
    .first<{ first: number; last: number }>();
  return archive ? { from: archive.first - 1, to: archive.last, division: document.number } : undefined;
}

/** The feed of a scope without articles, such as a section in which nothing was published yet. It has no archives. */
function emptyFeed(settings: NewsroomSettings, head: FeedHead, document: Document): Feed | undefined {
  if (document.kind === "archive") return undefined;
  return {
    ...feedOf(settings, head, [], { modified: 0, validUntil: undefined }),
    place: { document },
    withdrawals: [],
  };
}

function feedOf(
  settings: NewsroomSettings,
  head: FeedHead,
  rows: readonly EntryRow[],
  { modified, validUntil }: { readonly modified: number; readonly validUntil: number | undefined },
): Omit<Feed, "place" | "withdrawals"> {
  const founded = foundingDay(head.publication);
  const entries = rows.map(({ document }) => publicArticle(document, head.publication.address)).toSorted(newestFirst);
  return {
    ...head,
    entries,
    updated: latest(founded, ...entries.map(({ updated }) => updated)),
    modified: Math.max(Date.parse(founded), settings.modified, modified),
    ...(validUntil !== undefined && { validUntil }),
  };
}

function newestWithdrawalFirst(
  a: { readonly time: string; readonly id: string },
  b: { readonly time: string; readonly id: string },
): number {
  return Date.parse(b.time) - Date.parse(a.time) || (a.id < b.id ? -1 : 1);
}
