import type { Article, Retraction } from "../model/article.ts";
import type { Document, Feed, FeedHead } from "../model/feed.ts";
import type { MediaFile } from "../model/media-file.ts";
import type { Publication } from "../model/publication.ts";
import type { NamedScope } from "../model/scope.ts";
import type { Selection } from "../model/selection.ts";

/** What stands behind an article's address at one moment. `withdrawn` tells no more than a reader may know: that it was there. */
export type ArticleLookup =
  | { readonly kind: "found"; readonly article: Article; readonly modified: number; readonly validUntil?: number }
  | { readonly kind: "moved"; readonly slug: string }
  | { readonly kind: "withdrawn"; readonly retraction?: Retraction }
  | { readonly kind: "unknown" };

/** A feed that a reader can choose, and how many articles it has. */
export type ListedFeed = NamedScope & { readonly head: FeedHead; readonly articles: number };

/** All the articles that are out, newest first, and when that list last changed and will change by itself. */
export type Catalogue = {
  readonly articles: readonly { readonly article: Article; readonly modified: number }[];
  readonly feeds: readonly ListedFeed[];
  readonly modified: number;
  readonly validUntil?: number;
};

/**
 * The port between what is kept and what is served. `now` is in milliseconds since the epoch; no answer tells of an article that is not
 * yet due at `now`. Of a section, tag, author or archive that is not known there is nothing.
 */
export type ArticleStore = {
  publication(): Promise<Publication>;
  head(selection: Selection, now: number): Promise<FeedHead | undefined>;
  feed(selection: Selection, document: Document, now: number): Promise<Feed | undefined>;
  article(slug: string, now: number): Promise<ArticleLookup>;
  catalogue(now: number): Promise<Catalogue>;
  /** The file at a path below `/media/`, while something that is out uses it. */
  media(path: string, now: number): Promise<MediaFile | undefined>;
};
