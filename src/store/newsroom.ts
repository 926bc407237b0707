import type { Article } from "../model/article.ts";
import type { ArticleState } from "../model/article-state.ts";
import type { MediaFile } from "../model/media-file.ts";

/** The text an article was written as, where it was not JSON. */
export type ArticleSource = { readonly mediaType: "text/markdown" | "text/html"; readonly text: string };

/**
 * An article as the newsroom keeps it: its addresses stand below `PLACEHOLDER_ORIGIN`. `revision` counts the desk's and the clock's changes from 1; `hash`
 * is of the article alone, so that two that say the same have the same. `saved` is when it was last written, in milliseconds since the epoch.
 */
export type StoredArticle = {
  readonly article: Article;
  readonly state: ArticleState;
  readonly revision: number;
  readonly hash: string;
  readonly saved: number;
};

/** What is said of an article in a list. Times are in milliseconds since the epoch. */
export type StoredArticleSummary = Omit<StoredArticle, "article"> & {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly due: number;
};

/** A page of a list, the newest first; `next` is what to name as `after` for the page that follows, absent on the last. */
export type Page<Item> = { readonly items: readonly Item[]; readonly next?: number };

/** What a writer takes for granted of the article it writes: that it is not there yet, or that it is still as the writer read it. */
export type Expectation = { readonly kind: "absent" } | { readonly kind: "revision"; readonly revision: number };

/** Who writes and when; `extraStatements` makes what else is to be written in the same batch, such as a receipt, once it is known what comes of it. */
export type Writing = {
  readonly actor: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly expected?: Expectation;
  readonly extraStatements?: (outcome: Saved) => readonly D1PreparedStatement[];
};

/** `unchanged`: nothing was written, the receipt apart. `kept` is the article as it is now; of a draft that was discarded, as it was. */
export type Saved = {
  readonly kind: "created" | "changed" | "unchanged" | "retracted" | "discarded";
  readonly kept: StoredArticle;
};

/** `lost-update`: the article is not what the writer expected; `revision` is what it has now, where it is there. */
export type SaveError =
  | { readonly kind: "lost-update"; readonly revision?: number }
  | { readonly kind: "unknown" }
  | { readonly kind: "reason-missing" }
  | { readonly kind: "slug-taken"; readonly slug: string; readonly id: string }
  | { readonly kind: "path-taken"; readonly path: string; readonly id: string };

export type AuditRecord = {
  readonly number: number;
  readonly at: number;
  readonly actor: string;
  readonly action: string;
  readonly id: string;
  readonly slug: string;
  readonly before?: string;
  readonly after?: string;
};

/** A file in the bucket. `path` is `<hash>/<name>`, below `/media/`. */
export type StoredMedia = { readonly path: string; readonly file: MediaFile };

/** All that the desk can do. Every change is one batch: the article, its places in feeds, their revisions, the audit, the outbox. */
export type Newsroom = {
  /** Under its present slug. */
  read(slug: string): Promise<(StoredArticle & { readonly source?: ArticleSource }) | undefined>;
  readById(id: string): Promise<StoredArticle | undefined>;
  list(query: {
    readonly state?: ArticleState;
    readonly after?: number;
    readonly most: number;
  }): Promise<Page<StoredArticleSummary>>;
  /** Creates or changes the article with this id. A changed slug moves it, and the old address leads on. */
  save(article: Article, source: ArticleSource | undefined, writing: Writing): Promise<Saved | SaveError>;
  /** Takes an article back with a reason; discards one that no reader ever saw. */
  retract(slug: string, reason: string | undefined, writing: Writing): Promise<Saved | SaveError>;
  audit(query: { readonly after?: number; readonly most: number }): Promise<Page<AuditRecord>>;
  /** Which of these slugs lead to an article that is out. */
  visibleSlugs(slugs: readonly string[]): Promise<ReadonlySet<string>>;
  /** Files by the names they were uploaded under or by their paths. */
  findMedia(names: readonly string[]): Promise<ReadonlyMap<string, StoredMedia>>;
  /** Settles everything that has come due by `now`; how many articles that were. */
  applyDueChanges(now: number): Promise<number>;
};
