import type { Article } from "./article.ts";
import type { FeedHead } from "./feed.ts";
import type { Scope } from "./scope.ts";

/** A feed that a reader can choose: what it is about, how many articles it has, and when its page last changed, in milliseconds. */
export type ListedFeed = {
  readonly scope: Scope;
  readonly head: FeedHead;
  readonly articles: number;
  readonly modified: number;
};

/** An article that is out, as far as lists speak of it, and when what readers get of it last changed, in milliseconds since the epoch. */
export type ListedArticle = {
  readonly article: Pick<Article, "url" | "title" | "language" | "published" | "scheduledFor" | "status">;
  readonly modified: number;
};

/**
 * How many places of the history of everything a part of the sitemap covers. The protocol bounds a file at 50,000 addresses and 50 MB; so many
 * addresses of some 2,000 bytes at the most stay below both. A place is kept for good, so a part that is full is never divided anew.
 */
export const SITEMAP_PLACES = 10_000;

/** Of tags and of authors each, at most so many feeds are listed. */
export const MAX_LISTED = 1_000;

/** A part of the sitemap, counted from 1, and when anything in it last changed, withdrawals too, in milliseconds since the epoch. */
export type SitemapPart = { readonly number: number; readonly modified: number };

/**
 * Every feed there is to choose at one moment: that of everything, then sections in the publication's order, then tags and authors by name, of
 * each the `MAX_LISTED` with the most articles. `modified` and `validUntil` are as in a `Feed`.
 */
export type Catalogue = {
  readonly everything: ListedFeed;
  readonly feeds: readonly ListedFeed[];
  readonly modified: number;
  readonly validUntil?: number;
};
