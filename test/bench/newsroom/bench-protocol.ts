/** What the bench asks its Worker for, and how that tells what an answer cost. */

/** Publishes the article in the body. */
export const PUBLISH_PATH = "/bench/publish";
/** The newest page of everything as the store gives it, not rendered. */
export const STORE_PATH = "/bench/store";
/** Asks for an answer from an isolate that has nothing in memory. */
export const FRESH_HEADER = "x-bench-fresh";
/** Rows read and rows written, with a space between. */
export const ROWS_HEADER = "x-rows";

/** As D1 says it: `written` has a row for each index too, `changes` has the table's alone. */
export type StatementCost = {
  readonly sql: string;
  readonly read: number;
  readonly written: number;
  readonly changes: number;
};
export type PublishAnswer = { readonly kind: string; readonly statements: readonly StatementCost[] };
