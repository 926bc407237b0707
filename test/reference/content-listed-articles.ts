import { type ListedArticle, SITEMAP_PLACES, type SitemapPart } from "../../src/model/catalogue.ts";
import { dueAt } from "../../src/model/release.ts";
import { EVERYTHING, scopeKey } from "../../src/model/scope.ts";
import { type Item, lastChangeOf, releaseOf } from "../../src/store/files/item.ts";
import { monthOf } from "../../src/store/files/month.ts";
import type { FeedPosition } from "../../src/store/history.ts";
import { newestFirst } from "../../src/store/newest-first.ts";
import { type ContentIndex, itemOf } from "./content-index.ts";

/** At most `max` published articles that came due from `since` to `now`, newest first. */
export function recentArticles(content: ContentIndex, since: number, max: number, now: number): ListedArticle[] {
  const isRecent = (due: number) => due >= since && due <= now;
  return [...content.items.values()]
    .flatMap((item) => (item.article && isRecent(dueAt(item.article)) ? [{ item, article: item.article }] : []))
    .filter(({ item }) => releaseOf(item, now) === "out")
    .toSorted((a, b) => newestFirst(a.article, b.article))
    .slice(0, max)
    .flatMap(({ item }) => listed(content, item, now));
}

/** The months of the articles that are due and have a file, newest first, whether or not they are still public. */
export function monthsAt(content: ContentIndex, now: number): string[] {
  const months = [...content.items.values()].flatMap(({ article }) => (article ? [monthOf(dueAt(article))] : []));
  return [...new Set(months)]
    .filter((month) => month <= monthOf(now))
    .toSorted()
    .toReversed();
}

/** The published articles that came due in a month, newest first. */
export function monthOfArticles(content: ContentIndex, month: string, now: number): ListedArticle[] {
  const all = recentArticles(content, 0, Number.POSITIVE_INFINITY, now);
  return all.filter(({ article }) => monthOf(dueAt(article)) === month);
}

/** The parts of the sitemap at `now`, each with the instant of its last change. */
export function sitemapPartsAt(content: ContentIndex, now: number): SitemapPart[] {
  const positions = positionsAt(content, now);
  return Array.from({ length: Math.ceil(positions.length / SITEMAP_PLACES) }, (_, index) => {
    const changes = positionsOfPart(positions, index + 1).map(({ id, entered }) =>
      Math.max(entered, lastChangeOf(itemOf(content, id), now)),
    );
    return { number: index + 1, modified: Math.min(now, Math.max(content.pagesModified, ...changes)) };
  });
}

/**
 * The published articles of one part of the sitemap, counted from 1. Returns undefined if there is no such part yet.
 */
export function sitemapPartAt(content: ContentIndex, part: number, now: number): ListedArticle[] | undefined {
  const inPart = positionsOfPart(positionsAt(content, now), part);
  return inPart.length === 0 ? undefined : inPart.flatMap(({ id }) => listed(content, itemOf(content, id), now));
}

/** The positions of the history of everything at `now`, in the order of entering. */
function positionsAt(content: ContentIndex, now: number): readonly FeedPosition[] {
  const history = content.histories.get(scopeKey(EVERYTHING));
  return history?.positions.slice(0, history.lengthAt(now)) ?? [];
}

function positionsOfPart(positions: readonly FeedPosition[], part: number): readonly FeedPosition[] {
  return positions.slice((part - 1) * SITEMAP_PLACES, part * SITEMAP_PLACES);
}

/** Returns [] for articles that are not public now. */
function listed(content: ContentIndex, item: Item, now: number): ListedArticle[] {
  const { article } = item;
  if (!article || releaseOf(item, now) !== "out") return [];
  return [{ article, modified: Math.min(now, Math.max(content.pagesModified, lastChangeOf(item, now))) }];
}
