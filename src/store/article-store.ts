import type { Around } from "../model/around.ts";
import type { Article, Retraction } from "../model/article.ts";
import type { Catalogue, ListedArticle, SitemapPart } from "../model/catalogue.ts";
import type { Document, Feed, FeedHead } from "../model/feed.ts";
import type { MediaFile } from "../model/media-file.ts";
import type { Navigation } from "../model/navigation.ts";
import type { Page } from "../model/page.ts";
import type { Publication } from "../model/publication.ts";
import type { Selection } from "../model/selection.ts";
import type { Timestamp } from "../model/timestamp.ts";

/**
 * The state of a document, known without reading the document. Times are in milliseconds since the epoch.
 *
 * - `key` changes whenever the document may have changed. Callers cache representations under it.
 * - `tag` identifies this state permanently, so that a caller can compare a client's entity tag without rendering. It
 *   is absent if only the rendered bytes identify the state.
 * - `validUntil` is the instant at which the passage of time alone changes the document.
 */
export type Version = {
  readonly key: string;
  readonly tag?: string;
  readonly modified?: number;
  readonly validUntil?: number;
};

/** The version of the catalogue and of every other list. `modified` is always known. */
export type CatalogueVersion = Version & Pick<Required<Version>, "modified">;

/**
 * What an article's address leads to at one moment. `withdrawn` says what was there and since when it is not, and
 * nothing of its text. `title` is missing if it is not known any more.
 */
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
  | {
      readonly kind: "withdrawn";
      readonly title?: string;
      readonly time: Timestamp;
      readonly language: string;
      readonly retraction?: Retraction;
    }
  | { readonly kind: "unknown" };

/** A page that readers can see. `version` changes whenever the page does. `modified` is as in `ArticleLookup`. */
export type FoundPage = { readonly page: Page; readonly version: string; readonly modified: number };

/** A page in the sitemap: its path, and when it last changed, in milliseconds since the epoch. */
export type ListedPage = { readonly path: string; readonly modified: number };

/**
 * The state of what only pages show: facts of the publication, and the links to the pages beside the articles. `key` is
 * a name of it, empty as long as there is none. `modified` is when it last changed, in milliseconds since the epoch.
 * `listKey` changes whenever a page beside the articles does. Feeds do not have the links, so they are not in the
 * publication that the store returns.
 */
export type PageFacts = {
  readonly key: string;
  readonly modified: number;
  readonly listKey: string;
  readonly navigation: Navigation;
};

/**
 * The port through which the public door reads articles. `now` is in milliseconds since the epoch. No method reveals an
 * article that is not due at `now`. Methods return undefined for a section, tag, author or archive that does not exist.
 */
export type ArticleStore = {
  /**
   * Whether only the clock changes what the store answers, so that an answer is right until its `validUntil`. If it is
   * false, somebody may write at any time, and only a version that is read anew tells.
   */
  readonly isFixed: boolean;
  publication(): Promise<Publication>;
  /**
   * When the publication's own facts or the renderer last changed, in milliseconds since the epoch. Never later than
   * `now`.
   */
  publicationModified(now: number): Promise<number>;
  pageFacts(now: number): Promise<PageFacts>;
  head(selection: Selection, now: number): Promise<FeedHead | undefined>;
  /** Returns a version even for a document that does not exist; only `feed` tells whether it exists. */
  version(selection: Selection, document: Document, now: number): Promise<Version>;
  feed(selection: Selection, document: Document, now: number): Promise<Feed | undefined>;
  article(slug: string, now: number): Promise<ArticleLookup>;
  /** What is around a published article. It changes with the version of the catalogue. */
  around(article: Pick<Article, "id" | "slug">, now: number): Promise<Around>;
  /** The version of all lists below: catalogue, recent articles, months and sitemap. */
  catalogueVersion(now: number): Promise<CatalogueVersion>;
  /** The page with this slug. Returns undefined if readers cannot see it. */
  page(slug: string, now: number): Promise<FoundPage | undefined>;
  /** The pages that search engines may list, by their slugs. */
  pages(now: number): Promise<readonly ListedPage[]>;
  /**
   * The path of the published or withdrawn article, or of the page, whose former path (with its query) this is.
   */
  redirect(path: string, now: number): Promise<string | undefined>;
  catalogue(now: number): Promise<Catalogue>;
  /** At most `max` published articles that came due at `since` or later, newest first. */
  recent(since: number, max: number, now: number): Promise<readonly ListedArticle[]>;
  /** The months (`YYYY-MM`, in UTC) in which articles came due, newest first. */
  months(now: number): Promise<readonly string[]>;
  /** The published articles that came due in a month, newest first. */
  month(month: string, now: number): Promise<readonly ListedArticle[]>;
  /** The parts of the sitemap, in order. Each covers `SITEMAP_PLACES` positions of the history of everything. */
  sitemapParts(now: number): Promise<readonly SitemapPart[]>;
  /** The articles of a part, oldest first. Parts count from 1. Returns undefined if there is no such part. */
  sitemapPart(part: number, now: number): Promise<readonly ListedArticle[] | undefined>;
  /** The file at a path below `/media/`. Returns undefined unless a published article or the publication uses it. */
  media(path: string, now: number): Promise<MediaFile | undefined>;
};
