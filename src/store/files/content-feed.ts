import type { Article } from "../../model/article.ts";
import type { Document, Feed } from "../../model/feed.ts";
import { EVERYTHING, scopeKey } from "../../model/scope.ts";
import { isFiltered, type Selection } from "../../model/selection.ts";
import { instantOf, latest } from "../../model/timestamp.ts";
import { feedHead } from "../feed-head.ts";
import { cutSpan } from "../feed-span.ts";
import { foundingDay } from "../founding-day.ts";
import { type Division, History, type Slot } from "../history.ts";
import { newestFirst } from "../newest-first.ts";
import { newestWithdrawals, withdrawalOf } from "../withdrawal.ts";
import { type ContentIndex, itemOf, namesAt } from "./content-index.ts";
import { matcherOf } from "./content-matcher.ts";
import { lastChangeOf, nextChangeOf, releaseOf } from "./item.ts";

/**
 * One document of a selection's feed at `now`; nothing for a scope or an archive that is not known.
 *
 * A feed that is filtered is that of everything, kept to what is in its scope and wanted now: so one index of words, by places in the history of
 * everything, can serve them all.
 */
export function openFeed(
  shelf: ContentIndex,
  selection: Selection,
  document: Document,
  division: Division,
  now: number,
): Feed | undefined {
  const head = feedHead(shelf.publication, selection, namesAt(shelf, now));
  if (!head) return undefined;
  const { limit } = selection;
  const followed = isFiltered(selection) ? EVERYTHING : selection.scope;
  const history = shelf.histories.get(scopeKey(followed)) ?? new History([], division);
  const isWanted = matcherOf(selection);
  const matches = (slot: Slot) => {
    // An empty place shows nothing that could match, and does not count towards a limit.
    const article = articleIn(shelf, slot, now);
    return article !== undefined && isWanted(article);
  };
  const isCut = isFiltered(selection) || limit !== undefined;
  const span = cutSpan(history, document, now, isCut ? { matches, wanted: limit ?? division.entries } : undefined);
  if (!span) return undefined;
  const { slots, ...beside } = span;

  const shown = limit === undefined ? slots : slots.slice(-limit);
  const entries = shown.flatMap((slot) => articleIn(shelf, slot, now) ?? []).toSorted(newestFirst);
  const gone = document.kind === "archive" || isCut ? slots : history.slots.slice(0, history.lengthAt(now));
  const withdrawn = gone.filter((slot) => isWithdrawn(shelf, slot, now));
  const withdrawals = isFiltered(selection)
    ? []
    : newestWithdrawals(withdrawn.map(({ id }) => withdrawalOf(itemOf(shelf, id), shelf.publication)));
  const founded = foundingDay(shelf.publication);
  const changes = [...shown, ...withdrawn].map((slot) => slotChange(shelf, slot, now));
  const validUntil = Math.min(
    document.kind === "current" ? (history.slots[history.lengthAt(now)]?.entered ?? Infinity) : Infinity,
    ...gone.map(({ id }) => nextChangeOf(itemOf(shelf, id), now)),
  );
  return {
    ...head,
    place: { document, ...(limit === undefined && beside) },
    entries,
    withdrawals,
    updated: latest(founded, ...entries.map((article) => article.updated)),
    modified: Math.min(now, Math.max(instantOf(founded), shelf.modified, ...changes)),
    ...(Number.isFinite(validUntil) && { validUntil }),
  };
}

/** The article that a place shows at `now`, if it shows one. */
function articleIn(shelf: ContentIndex, slot: Slot, now: number): Article | undefined {
  const item = itemOf(shelf, slot.id);
  return slot.left === undefined && releaseOf(item, now) === "out" ? item.article : undefined;
}

function isWithdrawn(shelf: ContentIndex, slot: Slot, now: number): boolean {
  return slot.left === undefined && releaseOf(itemOf(shelf, slot.id), now) === "withdrawn";
}

/** When a place last changed what the document says; an article that left it changes it no more. */
function slotChange(shelf: ContentIndex, slot: Slot, now: number): number {
  return Math.max(slot.entered, slot.left ?? lastChangeOf(itemOf(shelf, slot.id), now));
}
