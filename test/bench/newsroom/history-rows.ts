import type { Article } from "../../../src/model/article.ts";
import { SITEMAP_PLACES } from "../../../src/model/catalogue.ts";
import { searchTokens } from "../../../src/model/search-tokens.ts";
import { instantOf } from "../../../src/model/timestamp.ts";
import type { FeedRow } from "../../../src/store/d1/read/feed-row.ts";
import { type ArticleChange, planChange } from "../../../src/store/d1/write/change-article.ts";
import type { Division } from "../../../src/store/history.ts";

/** The insertion of a row into each table. The feed of everything exists from the start, so feeds are replaced. */
export const INSERTS = {
  articles: `INSERT INTO articles (number, id, slug, state, revision, modified, saved, due, next_change, position, hash, document)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  places:
    "INSERT INTO places (feed, position, article, division, left_at, withdrawn_at, noticed_at, told) VALUES (?, ?, ?, ?, NULL, NULL, NULL, ?)",
  archives: "INSERT INTO archives (feed, number, first, last, revision, modified, told) VALUES (?, ?, ?, ?, ?, ?, ?)",
  words: "INSERT INTO entry_words (rowid, words, feeds) VALUES (?, ?, ?)",
  audit: "INSERT INTO audit (at, actor, action, id, slug, before, after) VALUES (?, ?, ?, ?, ?, NULL, ?)",
  sitemapParts: "INSERT INTO sitemap_parts (number, modified) VALUES (?, ?)",
  feeds: `REPLACE INTO feeds (number, key, name, revision, modified, changed, next_change, length, archives, current_after, open_after, open_bytes, articles, told)
    VALUES (?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, ?, ?, ?)`,
} as const;

export type HistoryRow = {
  readonly table: keyof typeof INSERTS;
  readonly values: readonly (string | number | null)[];
};

/** A feed while its history grows. */
type Growing = { -readonly [Column in keyof FeedRow]: FeedRow[Column] } & {
  open_after: number;
  open_bytes: number;
  /** `told` of the places after `current_after`. */
  places: { position: number; told: number }[];
};

/** The actor that is recorded for the history. */
export const SEEDER = "desk";

/**
 * The rows that publishing these articles writes, each at its time of publication and already announced, without a
 * million transactions. `history-rows.test.ts` compares them with the rows of the newsroom itself.
 */
export function* historyRows(articles: Iterable<Article>, division: Division): Generator<HistoryRow> {
  const feeds = new Map<string, Growing>([["everything", newFeed(1, "everything", "")]]);
  const parts = new Map<number, number>();
  let number = 0;
  for (const article of articles) {
    number += 1;
    const at = instantOf(article.published);
    const change = planChange(undefined, article, { at, saved: at, division });
    const { state, revision, modified, saved, due, hash, document, size, told } = change;
    const { id, slug, title, summary } = article;
    yield {
      table: "articles",
      values: [
        number,
        id,
        slug,
        state,
        revision,
        modified,
        saved,
        due,
        change.nextChange ?? null,
        number,
        hash,
        document,
      ],
    };
    const names: string[] = [];
    for (const { key, name } of change.joined) {
      const feed = feeds.get(key) ?? newFeed(feeds.size + 1, key, name);
      feeds.set(key, feed);
      yield { table: "places", values: [feed.number, feed.length + 1, number, feed.archives + 1, told] };
      const sealed = enter(feed, { at, modified, size, told }, division);
      if (sealed)
        yield {
          table: "archives",
          values: [
            feed.number,
            feed.archives,
            feed.current_after + 1,
            feed.open_after,
            feed.revision,
            feed.modified,
            sealed.told,
          ],
        };
      names.push(`f${feed.number}`);
    }
    const words = [...searchTokens(title), ...searchTokens(summary)].join(" ");
    yield { table: "words", values: [number, words, names.join(" ")] };
    yield { table: "audit", values: [at, SEEDER, "created", id, slug, hash] };
    const part = Math.ceil(number / SITEMAP_PLACES);
    parts.set(part, Math.max(parts.get(part) ?? 0, modified));
  }
  for (const [part, modified] of parts) yield { table: "sitemapParts", values: [part, modified] };
  for (const feed of feeds.values()) {
    const { key, name, revision, modified, changed, length, archives, current_after, open_after, open_bytes } = feed;
    const counters = [revision, modified, changed, length, archives, current_after, open_after, open_bytes];
    yield { table: "feeds", values: [feed.number, key, name, ...counters, feed.articles, feed.told] };
  }
}

function newFeed(number: number, key: string, name: string): Growing {
  const counters = { length: 0, archives: 0, current_after: 0, open_after: 0, open_bytes: 0, articles: 0 };
  return {
    number,
    key,
    name,
    revision: 0,
    modified: 0,
    changed: 0,
    next_change: null,
    told: 0,
    places: [],
    ...counters,
  };
}

/**
 * Changes the row of a feed as `write-places.ts` does when an article enters. If the article fills a page, returns its
 * `told`.
 */
function enter(
  feed: Growing,
  { at, modified, size, told }: Pick<ArticleChange, "at" | "modified" | "size" | "told">,
  division: Division,
): { readonly told: number } | undefined {
  const isFull = feed.length + 1 - feed.open_after >= division.entries || feed.open_bytes + size >= division.bytes;
  feed.length += 1;
  feed.articles += 1;
  feed.revision = Math.max(feed.revision + 1, at);
  feed.changed = Math.max(feed.changed + 1, at);
  feed.modified = Math.max(feed.modified, modified);
  feed.told = Math.max(feed.told, told);
  feed.places.push({ position: feed.length, told });
  if (!isFull) {
    feed.open_bytes += size;
    return undefined;
  }
  feed.archives += 1;
  feed.current_after = feed.open_after;
  feed.open_after = feed.length;
  feed.open_bytes = 0;
  const { current_after } = feed;
  feed.places = feed.places.filter(({ position }) => position > current_after);
  return { told: Math.max(...feed.places.map((place) => place.told)) };
}
