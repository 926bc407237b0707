import type { Article } from "../../src/model/article.ts";
import type { Document, Feed } from "../../src/model/feed.ts";
import { EVERYTHING, type Scope, scopeKey } from "../../src/model/scope.ts";
import { isFiltered, type Selection } from "../../src/model/selection.ts";
import { instantOf } from "../../src/model/timestamp.ts";
import { toldTime } from "../../src/model/told-time.ts";
import { feedHead } from "../../src/store/feed-head.ts";
import { cutSpan } from "../../src/store/feed-span.ts";
import { datingFeeds, feedUpdated } from "../../src/store/feed-updated.ts";
import { lastChangeOf, nextChangeOf, releaseOf } from "../../src/store/files/item.ts";
import { foundingDay } from "../../src/store/founding-day.ts";
import { type Division, type FeedPosition, History } from "../../src/store/history.ts";
import { newestFirst } from "../../src/store/newest-first.ts";
import { hasNotices, newestWithdrawals, withdrawalOf, withinLimit, withNotices } from "../../src/store/withdrawal.ts";
import { type ContentIndex, itemOf, namesAt } from "./content-index.ts";
import { matcherOf } from "./content-matcher.ts";
import { toldWithdrawals } from "./content-notices.ts";

/**
 * Opens one document of a selection's feed at `now`. Returns undefined if the scope or the archive does not exist.
 *
 * A filtered feed is the feed of everything, reduced to the articles that are in its scope and match at `now`. One
 * index of words over the history of everything therefore serves every scope.
 */
export function openFeed(
  content: ContentIndex,
  selection: Selection,
  document: Document,
  division: Division,
  now: number,
): Feed | undefined {
  const head = feedHead(content.publication, selection, namesAt(content, now));
  if (!head) return undefined;
  const { limit } = selection;
  const followed = isFiltered(selection) ? EVERYTHING : selection.scope;
  const history = content.histories.get(scopeKey(followed)) ?? new History([], division);
  const isWanted = matcherOf(selection);
  const matches = (position: FeedPosition) => {
    // An empty position matches nothing and does not count towards a limit.
    const article = articleIn(content, position, now);
    return article !== undefined && isWanted(article);
  };
  const isCut = isFiltered(selection) || limit !== undefined;
  const span = cutSpan(history, document, now, isCut ? { matches, wanted: limit ?? division.entries } : undefined);
  if (!span) return undefined;
  const { positions, ...beside } = span;

  const shown = limit === undefined ? positions : positions.slice(-limit);
  const entries = shown.flatMap((position) => articleIn(content, position, now) ?? []).toSorted(newestFirst);
  const isCurrent = document.kind === "current";
  const known = history.positions.slice(0, history.lengthAt(now));
  const gone = isCurrent && !isCut ? known : positions;
  const withdrawn = gone.filter((position) => isWithdrawn(content, position, now));
  const isTold = isCurrent && hasNotices(selection.scope);
  const told = isTold ? toldWithdrawals(content, selection, known, now) : { withdrawals: [], ends: [] };
  const tombstones = newestWithdrawals(
    withdrawn.map(({ id }) => withdrawalOf(itemOf(content, id), content.publication)),
  );
  const withdrawals = isCut ? told.withdrawals : withNotices(tombstones, told.withdrawals);
  const founded = instantOf(foundingDay(content.publication));
  const changes = [...shown, ...withdrawn].map((position) => lastChangeAt(content, position, now));
  const validUntil = Math.min(
    isCurrent ? (history.positions[history.lengthAt(now)]?.entered ?? Infinity) : Infinity,
    ...gone.map(({ id }) => nextChangeOf(itemOf(content, id), now)),
    ...told.ends.filter((end) => end > now),
  );
  const toldAt =
    isCurrent || isCut
      ? toldTimeOf(content, selection, now)
      : Math.max(...positions.map((each) => toldAtOf(content, each, now)));
  return {
    ...head,
    place: { document, ...(limit === undefined && beside) },
    ...withinLimit({ entries, withdrawals }, limit),
    updated: feedUpdated(content.publication, entries, Math.max(founded, toldAt)),
    modified: Math.min(now, Math.max(founded, content.modified, ...changes, ...told.ends.filter((end) => end <= now))),
    ...(Number.isFinite(validUntil) && { validUntil }),
  };
}

/**
 * When the articles of a scope's current document last changed, in milliseconds since the epoch. The end of a notice
 * changes feeds and no page.
 */
export function currentModified(content: ContentIndex, scope: Scope, now: number): number {
  const history = content.histories.get(scopeKey(scope));
  const from = history?.currentSpan(now).from ?? 0;
  const known = history?.positions.slice(0, history.lengthAt(now)) ?? [];
  const changes = known
    .filter((position, index) => index >= from || isWithdrawn(content, position, now))
    .map((position) => lastChangeAt(content, position, now));
  return Math.min(now, Math.max(instantOf(foundingDay(content.publication)), content.modified, ...changes));
}

/** The latest change of a selection's feed that readers were told of, in milliseconds since the epoch. */
function toldTimeOf(content: ContentIndex, selection: Selection, now: number): number {
  const times = datingFeeds(selection).map((key) => {
    const history = content.histories.get(key);
    const known = history?.positions.slice(0, history.lengthAt(now)) ?? [];
    return known.map((position) => toldAtOf(content, position, now)).reduce((a, b) => Math.max(a, b), 0);
  });
  return Math.min(...times);
}

function toldAtOf(content: ContentIndex, position: FeedPosition, now: number): number {
  const item = itemOf(content, position.id);
  const { left, leftBefore = 0 } = position;
  return left ?? Math.max(leftBefore, toldTime(item.article, item.record, releaseOf(item, now), now));
}

/** The article that a position shows at `now`, or undefined if the position is empty. */
function articleIn(content: ContentIndex, position: FeedPosition, now: number): Article | undefined {
  const item = itemOf(content, position.id);
  return position.left === undefined && releaseOf(item, now) === "out" ? item.article : undefined;
}

function isWithdrawn(content: ContentIndex, position: FeedPosition, now: number): boolean {
  return position.left === undefined && releaseOf(itemOf(content, position.id), now) === "withdrawn";
}

/**
 * The instant at which a position last changed the document. An article that has left the feed no longer changes it.
 */
function lastChangeAt(content: ContentIndex, position: FeedPosition, now: number): number {
  return Math.max(position.entered, position.left ?? lastChangeOf(itemOf(content, position.id), now));
}
