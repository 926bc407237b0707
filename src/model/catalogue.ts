import type { Article } from "./article.ts";
import type { FeedHead } from "./feed.ts";
import type { Scope } from "./scope.ts";

/** A feed in the list of feeds. */
export type ListedFeed = {
  readonly scope: Scope;
  readonly head: FeedHead;
  /** How many articles the feed has. */
  readonly articles: number;
  /** When its page last changed, in milliseconds since the epoch. */
  readonly modified: number;
};

/**
 * A public article in a list, with the time of the last change that readers can see, in milliseconds since the epoch.
 */
export type ListedArticle = {
  readonly article: Pick<Article, "url" | "title" | "language" | "published" | "scheduledFor" | "status">;
  readonly modified: number;
};

/**
 * How many positions in the history of all articles one part of the sitemap covers. The protocol allows 50,000
 * addresses and 50 MB a file; 10,000 addresses of at most about 2,000 bytes are below both. A position is permanent, so
 * the articles of a full part never move to another part.
 */
export const SITEMAP_PLACES = 10_000;

/** How many feeds of tags are listed at most, and how many of authors. */
export const MAX_LISTED = 1_000;

/**
 * A part of the sitemap. `number` counts from 1. `modified` is when one of its articles last changed or was withdrawn,
 * in milliseconds since the epoch.
 */
export type SitemapPart = { readonly number: number; readonly modified: number };

/**
 * Every feed that is listed at one moment. Sections are in the order of the publication, and tags and authors are
 * sorted by name. Of tags and authors, the `MAX_LISTED` with the most articles are listed. `modified` and `validUntil`
 * are as in a `Feed`.
 */
export type Catalogue = {
  readonly everything: ListedFeed;
  readonly feeds: readonly ListedFeed[];
  readonly modified: number;
  readonly validUntil?: number;
};
