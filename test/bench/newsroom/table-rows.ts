import type { StatementCost } from "./bench-protocol.ts";

/**
 * Rows written to tables, without those of indexes. `changes` includes rows that full-text search writes to its own
 * tables during an unrelated statement. `written` excludes those rows and is therefore the upper limit.
 */
export function tableRows(statements: readonly StatementCost[]): number {
  return statements.reduce((sum, { written, changes }) => sum + Math.min(written, changes), 0);
}
