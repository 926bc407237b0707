import type { Article, Retraction } from "../model/article.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { Document, Feed, FeedHead } from "../model/feed.ts";
import type { MediaFile } from "../model/media-file.ts";
import type { Publication } from "../model/publication.ts";
import type { Selection } from "../model/selection.ts";

/** What stands behind an article's address at one moment. `withdrawn` tells no more than a reader may know: that it was there. */
export type ArticleLookup =
  | { readonly kind: "found"; readonly article: Article; readonly modified: number; readonly validUntil?: number }
  | { readonly kind: "moved"; readonly slug: string }
  | { readonly kind: "withdrawn"; readonly retraction?: Retraction }
  | { readonly kind: "unknown" };

/**
 * The port between what is kept and what is served. `now` is in milliseconds since the epoch; no answer tells of an article that is not
 * yet due at `now`. Of a section, tag, author or archive that is not known there is nothing.
 */
export type ArticleStore = {
  publication(): Promise<Publication>;
  head(selection: Selection, now: number): Promise<FeedHead | undefined>;
  feed(selection: Selection, document: Document, now: number): Promise<Feed | undefined>;
  article(slug: string, now: number): Promise<ArticleLookup>;
  /** The slug of the article, out or withdrawn, that was found at this path, with its query, before it was here. */
  redirect(path: string, now: number): Promise<string | undefined>;
  catalogue(now: number): Promise<Catalogue>;
  /** The file at a path below `/media/`, while something that is out uses it. */
  media(path: string, now: number): Promise<MediaFile | undefined>;
};
