import { type ListedArticle, SITEMAP_PLACES, type SitemapPart } from "../../model/catalogue.ts";
import { dueAt } from "../../model/release.ts";
import { EVERYTHING, scopeKey } from "../../model/scope.ts";
import type { Slot } from "../history.ts";
import { newestFirst } from "../newest-first.ts";
import { type ContentIndex, itemOf } from "./content-index.ts";
import { type Item, lastChangeOf, releaseOf } from "./item.ts";

/** The articles that came due from `since` to `now` and are out, the newest first, at most so many. */
export function recentArticles(shelf: ContentIndex, since: number, most: number, now: number): ListedArticle[] {
  const isRecent = (due: number) => due >= since && due <= now;
  return [...shelf.items.values()]
    .flatMap((item) => (item.article && isRecent(dueAt(item.article)) ? [{ item, article: item.article }] : []))
    .filter(({ item }) => releaseOf(item, now) === "out")
    .toSorted((a, b) => newestFirst(a.article, b.article))
    .slice(0, most)
    .flatMap(({ item }) => listed(shelf, item, now));
}

export function sitemapPartsAt(shelf: ContentIndex, now: number): SitemapPart[] {
  const slots = placesAt(shelf, now);
  return Array.from({ length: Math.ceil(slots.length / SITEMAP_PLACES) }, (_, index) => {
    const changes = placesOf(slots, index + 1).map(({ id, entered }) =>
      Math.max(entered, lastChangeOf(itemOf(shelf, id), now)),
    );
    return { number: index + 1, modified: Math.min(now, Math.max(shelf.modified, ...changes)) };
  });
}

/** Nothing where the history has not come so far. */
export function sitemapPartAt(shelf: ContentIndex, part: number, now: number): ListedArticle[] | undefined {
  const places = placesOf(placesAt(shelf, now), part);
  return places.length === 0 ? undefined : places.flatMap(({ id }) => listed(shelf, itemOf(shelf, id), now));
}

/** The places of the history of everything by `now`, in the order of entering. */
function placesAt(shelf: ContentIndex, now: number): readonly Slot[] {
  const history = shelf.histories.get(scopeKey(EVERYTHING));
  return history?.slots.slice(0, history.lengthAt(now)) ?? [];
}

function placesOf(slots: readonly Slot[], part: number): readonly Slot[] {
  return slots.slice((part - 1) * SITEMAP_PLACES, part * SITEMAP_PLACES);
}

/** Nothing of what cannot be read. */
function listed(shelf: ContentIndex, item: Item, now: number): ListedArticle[] {
  const { article } = item;
  if (!article || releaseOf(item, now) !== "out") return [];
  return [{ article, modified: Math.min(now, Math.max(shelf.modified, lastChangeOf(item, now))) }];
}
