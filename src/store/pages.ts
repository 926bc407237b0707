import type { Page } from "../model/page.ts";
import type { Result } from "../syntax/result.ts";
import type { ArticleSource, StoredMedia } from "./newsroom.ts";

/** The text a page was written as, if it was not JSON. */
export type PageSource = ArticleSource;

/**
 * A page as the newsroom stores it, with its own addresses below `PLACEHOLDER_ORIGIN`. The other members are as in
 * `StoredArticle`.
 */
export type StoredPage = {
  readonly page: Page;
  readonly revision: number;
  readonly hash: string;
  readonly saved: number;
  readonly source?: PageSource;
};

/** Who writes and when, as in `Writing`. `expected` is the revision that the writer read; 0 if there was no page. */
export type PageWriting = {
  readonly actor: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly expected?: number;
  readonly extraStatements?: (outcome: SavedPage) => readonly D1PreparedStatement[];
};

/** `kept` is the page after the change; for a page that was deleted, before it. */
export type SavedPage = {
  readonly kind: "created" | "changed" | "unchanged" | "deleted";
  readonly kept: StoredPage;
};

/** `busy` and `lost-update` are as in `SaveError`. `path-taken`: an article or another page leads on from the path. */
export type PageError =
  | { readonly kind: "busy" }
  | { readonly kind: "lost-update" }
  | { readonly kind: "unknown" }
  | { readonly kind: "path-taken"; readonly path: string; readonly holder: string };

/** What a writer asks for before it saves a page, by the names and slugs that the page names. */
export type PageLookup = { readonly media: readonly string[]; readonly articles: readonly string[] };

/** What a lookup found. `visible` are those of the slugs that belong to published articles. */
export type FoundForPage = {
  readonly known: StoredPage | undefined;
  readonly media: ReadonlyMap<string, StoredMedia>;
  readonly visible: ReadonlySet<string>;
};

/** Everything that the desk can do with pages. A change is one batch: the page, its paths, the links, the audit. */
export type Pages = {
  list(query: { readonly after?: string; readonly most: number }): Promise<{
    readonly items: readonly StoredPage[];
    readonly next?: string;
  }>;
  read(slug: string): Promise<StoredPage | undefined>;
  lookUp(slug: string, lookup: PageLookup): Promise<FoundForPage>;
  save(page: Page, source: PageSource | undefined, writing: PageWriting): Promise<Result<SavedPage, PageError>>;
  /** Deletes a page. Nothing tells readers that it was there. */
  delete(slug: string, writing: PageWriting): Promise<Result<SavedPage, PageError>>;
};
