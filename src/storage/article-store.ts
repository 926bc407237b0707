import type { Article, Retraction } from "../model/article.ts";
import type { Feed, FeedHead, Selection } from "../model/feed.ts";
import type { MediaFile } from "../model/media-file.ts";
import type { Publication } from "../model/publication.ts";

/** What stands behind an article's address at one moment. `withdrawn` tells no more than a reader may know: that it was there. */
export type ArticleLookup =
  | { readonly kind: "found"; readonly article: Article; readonly modified: number; readonly validUntil?: number }
  | { readonly kind: "moved"; readonly slug: string }
  | { readonly kind: "withdrawn"; readonly retraction?: Retraction }
  | { readonly kind: "unknown" };

/** How much of a selection a feed shows: at most so many entries, and about so many bytes of content, but always the newest one. */
export type FeedLimits = { readonly entries: number; readonly bytes: number };

/**
 * The port between what is kept and what is served. `now` is in milliseconds since the epoch; no answer tells of an article that is not
 * yet due at `now`.
 */
export type ArticleStore = {
  publication(): Promise<Publication>;
  head(selection: Selection): Promise<FeedHead>;
  feed(selection: Selection, limits: FeedLimits, now: number): Promise<Feed>;
  article(slug: string, now: number): Promise<ArticleLookup>;
  /** The file at a path below `/media/`, while something that is out uses it. */
  media(path: string, now: number): Promise<MediaFile | undefined>;
};
