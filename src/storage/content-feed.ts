import type { Article } from "../model/article.ts";
import type { Document, Feed, Withdrawal } from "../model/feed.ts";
import type { Publication } from "../model/publication.ts";
import { dueAt } from "../model/release.ts";
import { scopeKey, scopesOf } from "../model/scope.ts";
import { isFiltered, type Selection } from "../model/selection.ts";
import { instantOf, latest, parseTimestamp, type Timestamp } from "../model/timestamp.ts";
import { feedHead } from "./feed-head.ts";
import { cutSpan } from "./feed-span.ts";
import { type Division, History, type Slot } from "./history.ts";
import { type Item, lastChangeOf, nextChangeOf, releaseOf, type Shelf, withdrawalOf } from "./shelf.ts";

/** The newest of so many withdrawals stand in the current document of a feed. */
const WITHDRAWALS = 50;

/** One document of a selection's feed at `now`; nothing for a scope or an archive that is not known. */
export function openFeed(
  shelf: Shelf,
  selection: Selection,
  document: Document,
  division: Division,
  now: number,
): Feed | undefined {
  const head = feedHead(shelf, selection, now);
  if (!head) return undefined;
  const history = shelf.histories.get(scopeKey(selection.scope)) ?? new History([], division);
  const { limit } = selection;
  const matches = matcher(shelf, selection, now);
  const isCut = isFiltered(selection) || limit !== undefined;
  const span = cutSpan(history, document, now, isCut ? { matches, wanted: limit ?? division.entries } : undefined);
  if (!span) return undefined;
  const { slots, ...beside } = span;

  const shown = limit === undefined ? slots : slots.slice(-limit);
  const entries = shown.flatMap((slot) => articleIn(shelf, slot, now) ?? []).toSorted(newestFirst);
  const gone = document.kind === "archive" || isCut ? slots : history.slots.slice(0, history.lengthAt(now));
  const withdrawn = gone.filter((slot) => isWithdrawn(shelf, slot, now));
  const withdrawals = isFiltered(selection) ? [] : withdrawalsOf(shelf, withdrawn);
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

/** Whether a place shows an article that is wanted. An empty place shows none, and does not count towards a limit. */
function matcher(shelf: Shelf, { tags, words }: Selection, now: number): (slot: Slot) => boolean {
  const wanted = words?.split(" ") ?? [];
  return (slot) => {
    const article = articleIn(shelf, slot, now);
    if (!article) return false;
    const keys = new Set(scopesOf(article).map(({ scope }) => scopeKey(scope)));
    if (!tags.every((tag) => keys.has(scopeKey({ kind: "tag", slug: tag })))) return false;
    const text = wanted.length > 0 ? `${article.title}\n${article.summary}`.normalize("NFC").toLowerCase() : "";
    return wanted.every((word) => text.includes(word));
  };
}

/** The article that a place shows at `now`, if it shows one. */
function articleIn(shelf: Shelf, slot: Slot, now: number): Article | undefined {
  const item = itemOf(shelf, slot.id);
  return slot.left === undefined && releaseOf(item, now) === "out" ? item.article : undefined;
}

function isWithdrawn(shelf: Shelf, slot: Slot, now: number): boolean {
  return slot.left === undefined && releaseOf(itemOf(shelf, slot.id), now) === "withdrawn";
}

function withdrawalsOf(shelf: Shelf, slots: readonly Slot[]): Withdrawal[] {
  const all = slots.map(({ id }) => withdrawalOf(itemOf(shelf, id), shelf.publication));
  return all.toSorted((a, b) => instantOf(b.time) - instantOf(a.time) || (a.id < b.id ? -1 : 1)).slice(0, WITHDRAWALS);
}

/** When a place last changed what the document says; an article that left it changes it no more. */
function slotChange(shelf: Shelf, slot: Slot, now: number): number {
  return Math.max(slot.entered, slot.left ?? lastChangeOf(itemOf(shelf, slot.id), now));
}

function itemOf(shelf: Shelf, id: string): Item {
  const item = shelf.items.get(id);
  if (!item) throw new Error(`a history holds ${id}, which the ledger does not have`);
  return item;
}

/** Newest first, by the moment of release; ids break ties so that the order never wavers. */
function newestFirst(a: Article, b: Article): number {
  return dueAt(b) - dueAt(a) || (a.id < b.id ? -1 : 1);
}

/** RFC 4287 wants an `updated` even of a feed without entries: the day the publication's identity was fixed. */
function foundingDay(publication: Publication): Timestamp {
  const day = parseTimestamp(`${publication.identity.date}T00:00:00Z`);
  if ("fault" in day) throw new Error(`identity date is not a day: ${publication.identity.date}`);
  return day.timestamp;
}
