/** The requests of the bench to its Worker, and the headers that report the cost of a response. */

/** Publishes the article in the body. */
export const PUBLISH_PATH = "/bench/publish";
/** Returns the newest page of everything from the store without rendering it. */
export const STORE_PATH = "/bench/store";
/** Asks for a response from an isolate with empty memory. */
export const FRESH_HEADER = "x-bench-fresh";
/** The rows read and the rows written, separated by a space. */
export const ROWS_HEADER = "x-rows";

/** The numbers that D1 reports: `written` includes a row for each index, `changes` counts table rows only. */
export type StatementCost = {
  readonly sql: string;
  readonly read: number;
  readonly written: number;
  readonly changes: number;
};
export type PublishAnswer = { readonly kind: string; readonly statements: readonly StatementCost[] };
