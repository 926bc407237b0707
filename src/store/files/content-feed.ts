import type { Article } from "../../model/article.ts";
import type { Document, Feed } from "../../model/feed.ts";
import { EVERYTHING, scopeKey } from "../../model/scope.ts";
import { isFiltered, type Selection } from "../../model/selection.ts";
import { instantOf, latest } from "../../model/timestamp.ts";
import { feedHead } from "../feed-head.ts";
import { cutSpan } from "../feed-span.ts";
import { foundingDay } from "../founding-day.ts";
import { type Division, type FeedPosition, History } from "../history.ts";
import { newestFirst } from "../newest-first.ts";
import { newestWithdrawals, withdrawalOf } from "../withdrawal.ts";
import { type ContentIndex, itemOf, namesAt } from "./content-index.ts";
import { matcherOf } from "./content-matcher.ts";
import { lastChangeOf, nextChangeOf, releaseOf } from "./item.ts";

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
  const gone = document.kind === "archive" || isCut ? positions : history.positions.slice(0, history.lengthAt(now));
  const withdrawn = gone.filter((position) => isWithdrawn(content, position, now));
  const withdrawals = isFiltered(selection)
    ? []
    : newestWithdrawals(withdrawn.map(({ id }) => withdrawalOf(itemOf(content, id), content.publication)));
  const founded = foundingDay(content.publication);
  const changes = [...shown, ...withdrawn].map((position) => lastChangeAt(content, position, now));
  const validUntil = Math.min(
    document.kind === "current" ? (history.positions[history.lengthAt(now)]?.entered ?? Infinity) : Infinity,
    ...gone.map(({ id }) => nextChangeOf(itemOf(content, id), now)),
  );
  return {
    ...head,
    place: { document, ...(limit === undefined && beside) },
    entries,
    withdrawals,
    updated: latest(founded, ...entries.map((article) => article.updated)),
    modified: Math.min(now, Math.max(instantOf(founded), content.modified, ...changes)),
    ...(Number.isFinite(validUntil) && { validUntil }),
  };
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
