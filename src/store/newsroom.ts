import type { Article } from "../model/article.ts";
import type { ArticleState } from "../model/article-state.ts";
import type { MediaFile } from "../model/media-file.ts";
import type { Timestamp } from "../model/timestamp.ts";
import type { Result } from "../syntax/result.ts";

/** The text an article was written as, if it was not JSON. */
export type ArticleSource = { readonly mediaType: "text/markdown" | "text/html"; readonly text: string };

/**
 * An article as the newsroom stores it: its own addresses are below `PLACEHOLDER_ORIGIN`. `revision` counts its changes
 * from 1, those of the desk and those that were due. `hash` is of the article alone, so that two equal articles have
 * the same. `saved` is when the desk last wrote it, in milliseconds since the epoch.
 */
export type StoredArticle = {
  readonly article: Article;
  readonly state: ArticleState;
  readonly revision: number;
  readonly hash: string;
  readonly saved: number;
};

/** An article in a list. Times are in milliseconds since the epoch. */
export type StoredArticleSummary = Omit<StoredArticle, "article"> & {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly updated: Timestamp;
  readonly due: number;
};

/**
 * A page of a list, the newest first. `next` is the `after` of the page that follows, and is absent on the last page.
 */
export type Page<Item> = { readonly items: readonly Item[]; readonly next?: number };

/**
 * What a writer expects of the article it writes: that it is not there yet, or that it has the revision that the writer
 * read.
 */
export type Expectation = { readonly kind: "absent" } | { readonly kind: "revision"; readonly revision: number };

/**
 * Who writes and when. `isNoticeable`: readers are to notice a change of what they see, so `updated` moves to `now`
 * unless the article has a later one. `extraStatements` returns what else is written in the same batch, such as an
 * idempotency record, for the given outcome.
 */
export type Writing = {
  readonly actor: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly isNoticeable?: boolean;
  readonly expected?: Expectation;
  readonly extraStatements?: (outcome: Saved) => readonly D1PreparedStatement[];
};

/**
 * `unchanged`: only the extra statements were written. `kept` is the article after the change; for a draft that was
 * discarded, before it.
 */
export type Saved = {
  readonly kind: "created" | "changed" | "unchanged" | "retracted" | "discarded";
  readonly kept: StoredArticle;
};

/**
 * `lost-update`: the article is not what the writer expected. `revision` is what it has now, if it is there. `busy`:
 * other writers came first in each try. Nothing says that the expectation does not hold. `path-taken`: `id` is that of
 * an article, or `page` and the slug of a page.
 */
export type SaveError =
  | { readonly kind: "busy" }
  | { readonly kind: "lost-update"; readonly revision?: number }
  | { readonly kind: "unknown" }
  | { readonly kind: "reason-missing" }
  | { readonly kind: "slug-taken"; readonly slug: string; readonly id: string }
  | { readonly kind: "path-taken"; readonly path: string; readonly id: string };

/**
 * What a writer asks for before it saves an article: the article that has the id or the slug, the files that it names
 * (by the names they were uploaded under or by their paths), and the articles that it links to (by their slugs).
 */
export type Lookup = Pick<Article, "slug" | "formerSlugs" | "formerPaths"> & {
  readonly id?: string;
  readonly media: readonly string[];
  readonly articles: readonly string[];
};

/** What a lookup found, all at one moment. */
export type FoundForWriting = {
  /** The article with the id or, if no id was given, with the slug. `wasShown`: readers may have seen it. */
  readonly known: (StoredArticle & { readonly wasShown: boolean }) | undefined;
  /** The article that has the slug now. */
  readonly holder: StoredArticle | undefined;
  readonly media: ReadonlyMap<string, StoredMedia>;
  /** Those of the slugs that belong to published articles. */
  readonly visible: ReadonlySet<string>;
  /** As `Newsroom.save`, but does not read again what the lookup has read, unless another writer was first. */
  save(article: Article, source: ArticleSource | undefined, writing: Writing): Promise<Result<Saved, SaveError>>;
};

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

/**
 * A search of title and summary, in articles of every state or of one. `words` are as in `Selection`. `after` is the
 * `next` of the page before.
 */
export type ArticleSearch = {
  readonly words: string;
  readonly state?: ArticleState;
  readonly after?: string;
  readonly most: number;
};

/** A page may be empty and still have a `next`: what is read for one page is limited. */
export type SearchPage = { readonly items: readonly StoredArticleSummary[]; readonly next?: string };

/**
 * Everything that the desk can do. A change is one batch: the article, its positions in feeds, their revisions, the
 * audit, the outbox.
 */
export type Newsroom = {
  /** Returns the article that has the slug now. */
  read(slug: string): Promise<(StoredArticle & { readonly source?: ArticleSource }) | undefined>;
  list(query: {
    readonly state?: ArticleState;
    readonly after?: number;
    readonly most: number;
  }): Promise<Page<StoredArticleSummary>>;
  /** Finds articles by their words: those that readers cannot see first, then the published ones, newest first. */
  search(query: ArticleSearch): Promise<SearchPage>;
  /**
   * Applies due changes, and reads in one round trip all that an article is saved against. `now` is in milliseconds
   * since the epoch.
   */
  lookUp(lookup: Lookup, now: number): Promise<FoundForWriting>;
  /** Creates or changes the article with this id. If its slug changes, the old address leads on to the new one. */
  save(article: Article, source: ArticleSource | undefined, writing: Writing): Promise<Result<Saved, SaveError>>;
  /** Retracts an article with a reason. Discards an article that no reader has seen. */
  retract(slug: string, reason: string | undefined, writing: Writing): Promise<Result<Saved, SaveError>>;
  audit(query: { readonly after?: number; readonly most: number }): Promise<Page<AuditRecord>>;
  /** Applies everything that is due at `now` (milliseconds since the epoch). Returns the number of changes. */
  applyDueChanges(now: number): Promise<number>;
};
