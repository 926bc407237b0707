import {
  type Catalogue,
  type ListedArticle,
  type ListedFeed,
  SITEMAP_PLACES,
  type SitemapPart,
} from "../../../model/catalogue.ts";
import type { FeedHead } from "../../../model/feed.ts";
import { dueAt } from "../../../model/release.ts";
import { EVERYTHING, type Scope, scopeKey, scopeOfKey } from "../../../model/scope.ts";
import { allOf, type Selection } from "../../../model/selection.ts";
import { instantOf } from "../../../model/timestamp.ts";
import { feedHead } from "../../feed-head.ts";
import { foundingDay } from "../../founding-day.ts";
import { listedScopes } from "../../listed-scopes.ts";
import { BLOCK_PLACES, type CatalogueEntry, type ListedItem } from "../data-files.ts";
import { CATALOGUE_FILE, listPath, monthPath } from "../file-names.ts";
import { lastChangeOf, releaseOf } from "../item.ts";
import { monthOf } from "../month.ts";
import type { ContentReader } from "./content-reader.ts";
import { feedStateAt } from "./feed-state.ts";

/** Reads the head of a selection's feed: a file for its scope and one for each tag. */
export async function readFeedHead(
  reader: ContentReader,
  selection: Selection,
  now: number,
): Promise<FeedHead | undefined> {
  const keys = [scopeKey(selection.scope), ...selection.tags.map((slug) => scopeKey({ kind: "tag", slug }))];
  const feeds = await Promise.all(keys.map((key) => reader.feed(key)));
  const names = new Map(feeds.flatMap((feed) => (feed && feed.begun <= now ? [[feed.key, feed.name]] : [])));
  return feedHead(reader.publication, selection, (key) => names.get(key));
}

/** Lists every feed that readers can choose at `now`. Reads one file. */
export async function readCatalogue(reader: ContentReader, now: number): Promise<Catalogue> {
  const { publication, head } = reader;
  const known = (await reader.files.json<readonly CatalogueEntry[]>(CATALOGUE_FILE)) ?? [];
  const entries = new Map([head.everything, ...known].map((entry) => [entry.key, entry]));
  const counted = known
    .filter(({ begun }) => begun <= now)
    .map((entry) => ({ scope: scopeOfKey(entry.key), name: entry.name, articles: feedStateAt(entry, now).articles }));
  const founded = Math.max(head.pagesModified, instantOf(foundingDay(publication)));
  const list = (scope: Scope): ListedFeed[] => {
    const entry = entries.get(scopeKey(scope));
    const state = entry && feedStateAt(entry, now);
    const about = feedHead(publication, allOf(scope), () => entry?.name);
    return about
      ? [
          {
            scope,
            head: about,
            articles: state?.articles ?? 0,
            modified: Math.min(now, Math.max(founded, state?.changed ?? 0)),
          },
        ]
      : [];
  };
  const [everything, ...feeds] = [EVERYTHING, ...listedScopes(publication, counted)].flatMap(list);
  if (!everything) throw new Error("the feed of everything is always there");
  return { everything, feeds, ...changesOfAll(reader, now) };
}

/** When anything in the lists last changed, and when the clock alone changes them. */
export function changesOfAll({ head }: ContentReader, now: number): Pick<Catalogue, "modified" | "validUntil"> {
  const { changed, next } = feedStateAt(head.everything, now);
  return {
    modified: Math.min(now, Math.max(head.modified, changed)),
    ...(Number.isFinite(next) && { validUntil: next }),
  };
}

/**
 * At most `max` published articles that came due from `since` to `now`, newest first. Reads the files of their months.
 */
export async function readRecent(
  reader: ContentReader,
  since: number,
  max: number,
  now: number,
): Promise<readonly ListedArticle[]> {
  const [first, last] = [monthOf(since), monthOf(now)];
  const months = reader.head.months.filter((month) => month >= first && month <= last);
  const found: ListedItem[] = [];
  for (const month of months.toReversed()) {
    const items = (await reader.files.json<readonly ListedItem[]>(monthPath(month))) ?? [];
    const recent = items.filter(({ article }) => article && dueAt(article) >= since && dueAt(article) <= now);
    found.push(...recent.filter((item) => releaseOf(item, now) === "out"));
    if (found.length >= max) break;
  }
  return found.slice(0, max).map((item) => listedAt(reader, item, now));
}

/** The months up to that of `now` in which articles came due, newest first. */
export function monthsAt({ head }: ContentReader, now: number): readonly string[] {
  const current = monthOf(now);
  return head.months.filter((month) => month <= current).toReversed();
}

/** The published articles that came due in a month, newest first. Reads one file. */
export async function readMonth(reader: ContentReader, month: string, now: number): Promise<readonly ListedArticle[]> {
  if (!reader.head.months.includes(month)) return [];
  const items = (await reader.files.json<readonly ListedItem[]>(monthPath(month))) ?? [];
  return items
    .filter((item) => item.article && dueAt(item.article) <= now && releaseOf(item, now) === "out")
    .map((item) => listedAt(reader, item, now));
}

/** The parts of the sitemap at `now`, each with the instant of its last change. */
export function sitemapPartsAt({ head }: ContentReader, now: number): SitemapPart[] {
  const changes = [...head.sitemap];
  for (const { at, part, changed = 0 } of head.everything.later)
    if (at <= now && part !== undefined) changes[part] = Math.max(changes[part] ?? 0, changed);
  const begun = changes.filter((changed) => changed > 0);
  return begun.map((changed, index) => ({
    number: index + 1,
    modified: Math.min(now, Math.max(head.pagesModified, changed)),
  }));
}

/** Reads the published articles of one part of the sitemap. Returns undefined if there is no such part yet. */
export async function readSitemapPart(
  reader: ContentReader,
  part: number,
  now: number,
): Promise<readonly ListedArticle[] | undefined> {
  if (!sitemapPartsAt(reader, now).some(({ number }) => number === part)) return undefined;
  const blocks = SITEMAP_PLACES / BLOCK_PLACES;
  const numbers = Array.from({ length: blocks }, (_, index) => (part - 1) * blocks + index).filter(
    (block) => block < reader.head.blocks.length,
  );
  const items = await Promise.all(numbers.map((block) => reader.files.json<readonly ListedItem[]>(listPath(block))));
  return items
    .flatMap((each) => each ?? [])
    .filter((item) => item.entered <= now && releaseOf(item, now) === "out")
    .map((item) => listedAt(reader, item, now));
}

function listedAt({ head }: ContentReader, item: ListedItem, now: number): ListedArticle {
  if (!item.article) throw new Error(`a list holds ${item.id}, whose file was deleted`);
  return { article: item.article, modified: Math.min(now, Math.max(head.pagesModified, lastChangeOf(item, now))) };
}
