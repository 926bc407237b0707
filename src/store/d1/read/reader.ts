import type { NewsroomSettings } from "../newsroom-settings.ts";

/** What every read of the newsroom's database works with. */
export type Reader = {
  readonly db: D1Database;
  readonly settings: NewsroomSettings;
  /**
   * Applies every publish and unpublish that is due at `now` (milliseconds since the epoch). A read calls it, and reads
   * again, if the row that it found is due.
   */
  readonly applyDueChanges: (now: number) => Promise<unknown>;
};

/** The rows that a batch returned for one of its statements. `Row` is what the statement selects; nothing checks it. */
export function rows<Row>(result: D1Result | undefined): readonly Row[] {
  return (result as D1Result<Row> | undefined)?.results ?? [];
}
