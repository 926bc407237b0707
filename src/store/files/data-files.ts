import type { Article } from "../../model/article.ts";
import type { ListedArticle } from "../../model/catalogue.ts";
import type { MediaFile } from "../../model/media-file.ts";
import type { Page } from "../../model/page.ts";
import type { Publication } from "../../model/publication.ts";
import type { Division } from "../history.ts";
import type { Item } from "./item.ts";

/**
 * The files that a build writes for a Worker in file mode: what each holds, as JSON. The Worker's bundle holds the
 * head, and Static Assets hold the rest. Every instant is in milliseconds since the epoch. The service's own addresses
 * have `PLACEHOLDER_ORIGIN`, except `publication.address`.
 *
 * A build describes the state at one instant, `asOf`, and each change that the clock brings afterwards. The Worker
 * works out the state at any later moment from the two. decisions/0046 says why.
 */

/** The part of the content that every Worker has in its bundle. Its size does not depend on the number of articles. */
export type ContentHead = {
  readonly mode: "development" | "production";
  readonly publication: Publication;
  /** Changes whenever a file of the build does. */
  readonly version: string;
  /** How the feeds are divided. */
  readonly division: Division;
  readonly asOf: number;
  /** When the publication's own facts or the renderer last changed. */
  readonly modified: number;
  /** When these facts, or those that only pages show, last changed. */
  readonly pagesModified: number;
  /** When the links to the pages beside the articles last changed; 0 if there never was one. */
  readonly linksModified: number;
  /**
   * Every page beside the articles, and when it last changed. So no file is read for a path that is not that of a page.
   * The links to pages are in the publication.
   */
  readonly pages: readonly HeadPage[];
  /** The media that the publication and its pages use, which are always served. */
  readonly media: readonly PublicationMedia[];
  /** The feed of all articles. */
  readonly everything: FeedFile;
  /** The newest full division of the feed of all articles; empty if there is none. */
  readonly newest: readonly Place[];
  /** For each part of the sitemap: when an article in it last changed by `asOf`; 0 if nothing had entered it. */
  readonly sitemap: readonly number[];
  /** For each block of positions: the number of the division that its first position belongs to. */
  readonly blocks: readonly number[];
  /** The months that have a file of articles, in order. */
  readonly months: readonly string[];
  /** The number of files that slugs, former paths and paths of media are spread over. */
  readonly buckets: number;
};

export type HeadPage = Pick<Page, "slug" | "status"> & { readonly modified: number };

export type PublicationMedia = { readonly path: string; readonly file: MediaFile };

/** A position in the history of a feed, with its article. */
export type Place = Item & {
  /** When the article entered the feed. */
  readonly entered: number;
  /** When the article left the feed. Its position stays empty. */
  readonly left?: number;
  /** When an article that joined the feed again had left it. */
  readonly leftBefore?: number;
};

/**
 * A feed, apart from its full divisions, which have a file each. The state is that of `asOf`.
 *
 * - `begun` is when the first article entered it. Before that, nobody knows that it exists.
 * - `archives` is the number of full divisions. `filling` are the instants at which the next ones become full.
 * - `divisions` is the number of all divisions, also of those that the clock will fill.
 * - `told` is the last change that readers were told of, and `changed` is the last change of an article, however old.
 * - `articles` is how many articles can be read.
 * - `ended` is when a notice of a withdrawal last ended; 0 if none has.
 * - `gone` are the withdrawn articles that the feed lists, and those that are withdrawn as soon as they are due.
 *   `expiring` are the instants from which the files of articles count that are withdrawn later.
 * - `open` are the positions of the division after the last full one.
 */
export type FeedFile = {
  readonly key: string;
  readonly name: string;
  readonly begun: number;
  readonly archives: number;
  readonly filling: readonly number[];
  readonly divisions: number;
  readonly told: number;
  readonly changed: number;
  readonly articles: number;
  readonly later: readonly LaterChange[];
  readonly ended: number;
  readonly gone: readonly GoneArticle[];
  readonly expiring: readonly number[];
  readonly open: readonly Place[];
};

/**
 * A change that the clock brings to a feed after `asOf`. Members that do not change are missing. `articles` is added to
 * the number of articles. `part` is the part of the sitemap, counted from 0; only the feed of all articles has it.
 */
export type LaterChange = {
  readonly at: number;
  readonly told?: number;
  readonly changed?: number;
  readonly articles?: number;
  readonly part?: number;
};

/**
 * An article that is or will be withdrawn, for tombstones and notices. `scopes` are the keys of the feeds it is in, and
 * when it entered them; only the feed of all articles has them.
 */
export type GoneArticle = Item<GoneFields> & {
  readonly entered: number;
  readonly scopes?: Readonly<Record<string, number>>;
};
export type GoneFields = Pick<
  Article,
  "slug" | "language" | "status" | "published" | "scheduledFor" | "unpublishAt" | "retraction" | "title"
>;

/** An article in a list. `entered` is when it entered the history of all articles. */
export type ListedItem = Item<ListedArticle["article"] & Pick<Article, "unpublishAt" | "retraction">> & {
  readonly entered: number;
};

/**
 * What leads to an article, by its slug or a former path, or to a page, by a former path. `division` is that of the
 * feed of all articles.
 */
export type Signpost =
  | { readonly kind: "article"; readonly id: string; readonly division: number }
  | { readonly kind: "moved"; readonly slug: string; readonly from: number }
  | { readonly kind: "page"; readonly slug: string };

/** The spans of time in which a file of media may be served: from `from` until `until`. */
export type MediaUse = {
  readonly file: MediaFile;
  readonly uses: readonly { readonly from: number; readonly until?: number }[];
};

/** A bucket: signposts or media by key. */
export type Bucket<Value> = Readonly<Record<string, Value>>;

/**
 * A feed in the catalogue, at `asOf`. `later` are its changes afterwards.
 */
export type CatalogueEntry = Pick<FeedFile, "key" | "name" | "begun" | "told" | "articles" | "changed" | "later">;

/** The positions of the history of all articles that one block covers. A quarter of a part of the sitemap. */
export const BLOCK_PLACES = 2_500;

/** At most this many expiring articles share a file. */
export const EXPIRING_PLACES = 200;
