import type { Article } from "../../model/article.ts";
import type { ArticleState } from "../../model/article-state.ts";

/** An article's row. `document` is JSON, its own addresses below `PLACEHOLDER_ORIGIN`; instants are milliseconds since the epoch. */
export type ArticleRow = {
  readonly number: number;
  readonly id: string;
  readonly slug: string;
  readonly state: ArticleState;
  readonly revision: number;
  readonly modified: number;
  readonly saved: number;
  readonly next_change: number | null;
  readonly position: number | null;
  readonly hash: string;
  readonly document: string;
};

/** A place the article has now in the history of a feed. */
export type HeldPlace = {
  readonly feed: number;
  readonly key: string;
  readonly position: number;
  readonly division: number;
};

/** An article as it is kept, with its places, that of everything among them once it has one. */
export type ArticleRecord = {
  readonly row: ArticleRow;
  readonly article: Article;
  readonly places: readonly HeldPlace[];
};

export const ARTICLE_COLUMNS =
  "number, id, slug, state, revision, modified, saved, next_change, position, hash, document";

/** The places an article holds; `article` stands for an SQL expression that gives its number. */
export function heldPlaces(article: string): string {
  return `SELECT p.feed, f.key, p.position, p.division FROM places p JOIN feeds f ON f.number = p.feed
    WHERE p.article = ${article} AND p.left_at IS NULL`;
}

export function storedArticle(row: ArticleRow | undefined, places: readonly HeldPlace[]): ArticleRecord | undefined {
  if (!row) return undefined;
  const article: Article = JSON.parse(row.document);
  return { row, article, places };
}
