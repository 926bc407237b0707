import type { Article } from "../../../model/article.ts";
import type { Document, Feed, FeedHead } from "../../../model/feed.ts";
import { EVERYTHING, scopeKey } from "../../../model/scope.ts";
import { isFiltered, type Selection } from "../../../model/selection.ts";
import { datingFeeds } from "../../feed-updated.ts";
import { newestFirst } from "../../newest-first.ts";
import { hasNotices, matcherOfTitle, newestWithdrawals, withinLimit } from "../../withdrawal.ts";
import type { GoneArticle } from "../data-files.ts";
import type { ContentReader } from "./content-reader.ts";
import { feedStateAt, NO_NOTICES, noticeEndsAt, withdrawnAt } from "./feed-state.ts";
import { articleIn } from "./place.ts";
import { datesOf, emptyFeed, noticesOf, validUntil } from "./read-document.ts";
import { WordFilter } from "./word-filter.ts";

/**
 * After this many files of divisions and words, a document takes in no further division. A filter that matches little
 * in a long history would need more: the document ends early and links to the rest. The last division may need three
 * files. With those of the selection's own feeds and of the withdrawn articles, a document reads at most 20 files.
 */
const MAX_FILES_READ = 10;

/**
 * Reads a document of a feed that is filtered or limited. Returns undefined if the document does not exist.
 *
 * A filtered feed is the feed of everything, reduced to the articles that are in its scope and match. It is cut at the
 * same divisions: a document takes in older divisions, each complete, until it has `wanted` entries, and its number is
 * that of its newest division. What precedes an archive therefore depends on its number only, and a crawl meets every
 * article exactly once even if articles are edited meanwhile.
 */
export async function readCutDocument(
  reader: ContentReader,
  head: FeedHead,
  document: Document,
  now: number,
): Promise<Feed | undefined> {
  const { selection } = head;
  const filtered = isFiltered(selection);
  const feed = await reader.feed(scopeKey(filtered ? EVERYTHING : selection.scope));
  if (!feed) return emptyFeed(reader, head, document, now);
  const state = feedStateAt(feed, now);
  if (document.kind === "archive" && document.number > state.archives) return undefined;
  const isCurrent = document.kind === "current";
  const { limit } = selection;
  const newest = isCurrent ? state.archives + 1 : document.number;
  const complete = isCurrent ? Math.max(1, state.archives) : document.number;
  const wanted = limit ?? reader.head.division.entries;
  const filter = filtered ? new WordFilter(reader, selection) : undefined;
  let found: readonly Article[] = [];
  let read = 0;
  let oldest = newest + 1;
  while (oldest > 1) {
    if (oldest <= complete && (found.length >= wanted || read >= MAX_FILES_READ)) break;
    oldest -= 1;
    const lines = await filter?.ofDivision(oldest);
    read += lines?.read ?? 0;
    if (lines && lines.matches.size === 0) continue;
    if (!reader.isInHead(feed.key, oldest)) read += 1;
    const places = await reader.places(feed, oldest);
    const matching = lines ? places.filter((_, index) => lines.matches.has(index)) : places;
    found = [...matching.flatMap((place) => articleIn(place, now) ?? []), ...found];
  }
  const entries = (limit === undefined ? found : found.slice(-limit)).toSorted(newestFirst);
  const { everything } = reader.head;
  const isTold = hasNotices(selection.scope);
  const gone = isCurrent && isTold ? heldBy(selection, await withdrawnAt(reader.files, everything, now), now) : [];
  const { ended, next } = isTold ? noticeEndsAt(everything, gone, reader.publication, now) : NO_NOTICES;
  const told = await Promise.all(datingFeeds(selection).map((key) => toldOf(reader, key, now)));
  const hasWords = matcherOfTitle(selection);
  const withdrawals = noticesOf(reader, gone, now).filter(({ notice }) => hasWords(notice?.title));
  return {
    ...head,
    place: { document, ...(limit === undefined && oldest > 1 && { previous: oldest - 1 }) },
    ...withinLimit({ entries, withdrawals: newestWithdrawals(withdrawals) }, limit),
    ...datesOf(reader, entries, { told: Math.min(...told), modified: Math.max(state.changed, ended), now }),
    ...validUntil(Math.min(state.next, next)),
  };
}

async function toldOf(reader: ContentReader, key: string, now: number): Promise<number> {
  const feed = await reader.feed(key);
  return feed ? feedStateAt(feed, now).told : 0;
}

/** The withdrawn articles that are in the feeds of a selection's scope and tags, and have not left them. */
function heldBy({ scope, tags }: Selection, withdrawn: readonly GoneArticle[], now: number): readonly GoneArticle[] {
  const keys = [scopeKey(scope), ...tags.map((slug) => scopeKey({ kind: "tag", slug }))];
  const held = keys.filter((key) => key !== scopeKey(EVERYTHING));
  return withdrawn.filter(({ scopes }) => held.every((key) => (scopes?.[key] ?? Number.POSITIVE_INFINITY) <= now));
}
