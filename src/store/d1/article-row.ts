import type { Article } from "../../model/article.ts";
import type { ArticleState } from "../../model/article-state.ts";

/**
 * A row of the table `articles`. `document` is the article as JSON, with `PLACEHOLDER_ORIGIN` in its own addresses.
 * Instants are in milliseconds since the epoch.
 */
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
  /** What readers know of a draft that they have seen before (`SeenVersion` as JSON). Null for every other article. */
  readonly withdrawal: string | null;
};

/** A position that the article has in the history of a feed that it has not left. */
export type HeldPlace = {
  /** The number of the article. */
  readonly article: number;
  readonly feed: number;
  readonly key: string;
  readonly position: number;
  readonly division: number;
  /** Null if an older version of the service made the place. */
  readonly told: number | null;
  readonly withdrawn_at: number | null;
};

/**
 * A stored article with its row and its positions. One of them is in the feed of everything, once the article has
 * entered it.
 */
export type ArticleRecord = {
  readonly row: ArticleRow;
  readonly article: Article;
  readonly places: readonly HeldPlace[];
};

export const ARTICLE_COLUMNS =
  "number, id, slug, state, revision, modified, saved, next_change, position, hash, document, withdrawal";

/** SQL that selects the positions of articles. `numbers` is an SQL list of their numbers in parentheses. */
export function heldPlaces(numbers: string): string {
  return `SELECT p.article, p.feed, f.key, p.position, p.division, p.told, p.withdrawn_at FROM places p JOIN feeds f ON f.number = p.feed
    WHERE p.article IN ${numbers} AND p.left_at IS NULL`;
}

export function articleRecord(row: ArticleRow, places: readonly HeldPlace[]): ArticleRecord {
  const article: Article = JSON.parse(row.document);
  return { row, article, places };
}
