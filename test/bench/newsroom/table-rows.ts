import type { StatementCost } from "./bench-protocol.ts";

/**
 * Rows written to tables, those of indexes apart. `changes` would say, but that full-text search writes its own tables at moments of its own, which
 * fall on whatever statement comes next; `written` leaves those out, and bounds it.
 */
export function tableRows(statements: readonly StatementCost[]): number {
  return statements.reduce((sum, { written, changes }) => sum + Math.min(written, changes), 0);
}
