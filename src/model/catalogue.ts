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

/** An article that is out, and when what readers get of it last changed, in milliseconds since the epoch. */
export type ListedArticle = { readonly article: Article; readonly modified: number };

/**
 * Everything there is to find at one moment: articles newest first; the feed of everything, then sections in the publication's order, then tags
 * and authors by name. `modified` and `validUntil` are as in a `Feed`; `settingsModified` is when the publication's own facts last changed.
 */
export type Catalogue = {
  readonly everything: ListedFeed;
  readonly feeds: readonly ListedFeed[];
  readonly articles: readonly ListedArticle[];
  readonly modified: number;
  readonly settingsModified: number;
  readonly validUntil?: number;
};
