import type { Article } from "../../../model/article.ts";
import type { Document, Feed, FeedHead } from "../../../model/feed.ts";
import { noticeDuration } from "../../../model/retractions.ts";
import { scopeKey } from "../../../model/scope.ts";
import { isFiltered } from "../../../model/selection.ts";
import { datingFeeds, feedUpdated } from "../../feed-updated.ts";
import { foundingDay } from "../../founding-day.ts";
import { newestFirst } from "../../newest-first.ts";
import { newestWithdrawalFirst, withinLimit } from "../../withdrawal.ts";
import type { NewsroomSettings } from "../newsroom-settings.ts";
import { type EntryRow, type GonePlaceRow, publicArticle, publicWithdrawal, withdrawnEntry } from "./entry-row.ts";
import { type FeedRow, noticesSince, noticeTimes, readFeedRow } from "./feed-row.ts";
import { documentTag, readDocument, readNewest } from "./read-document.ts";
import { type CutSpan, readMatches } from "./read-matches.ts";
import { readNotices } from "./read-notices.ts";
import type { Reader } from "./reader.ts";

/**
 * Opens a document of a feed that is not filtered: the positions between two marks. Returns undefined if the document
 * does not exist.
 */
export async function openStoredFeed(
  { db, settings }: Pick<Reader, "db" | "settings">,
  head: FeedHead,
  document: Document,
  now: number,
): Promise<Feed | undefined> {
  const origin = head.publication.address;
  const stored = await readDocument(db, scopeKey(head.selection.scope), document, noticesSince(settings, now));
  if (!stored) return emptyFeed(settings, head, document);
  const { feed, archive, entries, withdrawn } = stored;
  const newest = feed.archives;
  const number = archive?.number ?? newest + 1;
  const { ended, validUntil } = noticeTimes(feed, settings);
  const previous = archive ? number - 1 : newest - 1;
  return {
    ...feedOf(settings, head, publicEntries(entries, origin), {
      told: (archive ?? feed).told,
      modified: archive?.modified ?? Math.max(feed.modified, ended),
      validUntil,
    }),
    place: {
      document,
      ...(previous >= 1 && { previous }),
      ...(archive && number < newest && { next: number + 1 }),
    },
    withdrawals: withdrawn
      .map((row) => ({
        ...publicWithdrawal(row, origin),
        ...(!archive && isNoticed(row, settings, now) && { notice: withdrawnEntry(row, origin) }),
      }))
      .toSorted(newestWithdrawalFirst),
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
  const origin = head.publication.address;
  const { entries, previous } = isFiltered(selection)
    ? await readMatches(db, selection, span, selection.limit ?? settings.division.entries)
    : { entries: await readNewest(db, feed, { last: span.to, max: selection.limit ?? 0 }), previous: undefined };
  const keys = datingFeeds(selection).filter((key) => key !== feed.key);
  const dating = await Promise.all(keys.map((key) => readFeedRow(reader, key, now)));
  const told = datingFeeds(selection).includes(feed.key) ? [feed.told] : [];
  const isCurrent = document.kind === "current";
  const listed = {
    entries: publicEntries(entries, origin),
    withdrawals: isCurrent ? await readNotices(reader, selection, now, origin) : [],
  };
  const shown = withinLimit(listed, selection.limit);
  const { ended, validUntil } = noticeTimes(feed, settings);
  return {
    ...feedOf(settings, head, listed.entries, {
      told: Math.min(...told, ...dating.map((row) => row?.told ?? 0)),
      modified: Math.max(feed.changed, ended),
      validUntil,
    }),
    ...shown,
    place: { document, ...(selection.limit === undefined && previous !== undefined && { previous }) },
  };
}

/** Whether the current document shows a notice of a withdrawn article. */
function isNoticed({ noticed_at }: GonePlaceRow, settings: NewsroomSettings, now: number): boolean {
  return noticeDuration(settings.publication) > 0 && noticed_at !== null && noticed_at > noticesSince(settings, now);
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
    ...feedOf(settings, head, [], { told: 0, modified: 0, validUntil: undefined }),
    place: { document },
    withdrawals: [],
  };
}

function feedOf(
  settings: NewsroomSettings,
  head: FeedHead,
  entries: readonly Article[],
  { told, modified, validUntil }: Pick<FeedRow, "told" | "modified"> & { readonly validUntil: number | undefined },
): Omit<Feed, "place" | "withdrawals"> {
  const founded = Date.parse(foundingDay(head.publication));
  return {
    ...head,
    entries,
    updated: feedUpdated(head.publication, entries, Math.max(founded, told)),
    modified: Math.max(founded, settings.modified, modified),
    ...(validUntil !== undefined && { validUntil }),
  };
}

function publicEntries(rows: readonly EntryRow[], origin: string): readonly Article[] {
  return rows.map(({ document }) => publicArticle(document, origin)).toSorted(newestFirst);
}
