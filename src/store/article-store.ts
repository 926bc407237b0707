import type { Article, Retraction } from "../model/article.ts";
import type { Catalogue, ListedArticle, SitemapPart } from "../model/catalogue.ts";
import type { Document, Feed, FeedHead } from "../model/feed.ts";
import type { MediaFile } from "../model/media-file.ts";
import type { Publication } from "../model/publication.ts";
import type { Selection } from "../model/selection.ts";

/**
 * What is known of a document without opening it. Times are in milliseconds since the epoch.
 *
 * - `key`: changes whenever the document might have; what was rendered of it is kept under the key.
 * - `tag`: names the document's state for good, so that a reader's entity tag can be judged without rendering. Absent where only the bytes
 *   can tell.
 */
export type Version = {
  readonly key: string;
  readonly tag?: string;
  readonly modified?: number;
  readonly validUntil?: number;
};

/** Every list says when it last changed, so what is known of them all always does. */
export type CatalogueVersion = Version & Pick<Required<Version>, "modified">;

/** What stands behind an article's address at one moment. `withdrawn` tells no more than a reader may know: that it was there. */
export type ArticleLookup =
  | {
      readonly kind: "found";
      readonly article: Article;
      /** Changes whenever the article does. */
      readonly version: string;
      readonly modified: number;
      readonly validUntil?: number;
    }
  | { readonly kind: "moved"; readonly slug: string }
  | { readonly kind: "withdrawn"; readonly retraction?: Retraction }
  | { readonly kind: "unknown" };

/**
 * The port between what is kept and what is served. `now` is in milliseconds since the epoch; no answer tells of an article that is not
 * yet due at `now`. Of a section, tag, author or archive that is not known there is nothing.
 */
export type ArticleStore = {
  publication(): Promise<Publication>;
  /** When the publication's own facts, or the way all is rendered, last changed; never in the future. */
  publicationModified(now: number): Promise<number>;
  head(selection: Selection, now: number): Promise<FeedHead | undefined>;
  /** Of a document that may or may not be there: only `feed` can tell. */
  version(selection: Selection, document: Document, now: number): Promise<Version>;
  feed(selection: Selection, document: Document, now: number): Promise<Feed | undefined>;
  article(slug: string, now: number): Promise<ArticleLookup>;
  /** Of all that is listed below. */
  catalogueVersion(now: number): Promise<CatalogueVersion>;
  /** The slug of the article, out or withdrawn, that was found at this path, with its query, before it was here. */
  redirect(path: string, now: number): Promise<string | undefined>;
  catalogue(now: number): Promise<Catalogue>;
  /** Articles that came due at `since` or later and are out, the newest first, at most so many. */
  recent(since: number, most: number, now: number): Promise<readonly ListedArticle[]>;
  /** The parts of the sitemap, in order; each covers `SITEMAP_PLACES` places of the history of everything. */
  sitemapParts(now: number): Promise<readonly SitemapPart[]>;
  /** The articles of a part, counted from 1, the oldest first; nothing where there is no such part. */
  sitemapPart(part: number, now: number): Promise<readonly ListedArticle[] | undefined>;
  /** The file at a path below `/media/`, while something that is out uses it. */
  media(path: string, now: number): Promise<MediaFile | undefined>;
};
