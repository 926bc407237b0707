import type { Division } from "../../history.ts";
import { ARTICLE_COLUMNS, type ArticleRow, articleRecord, type HeldPlace, heldPlaces } from "../article-row.ts";
import { planChange } from "./change-article.ts";
import { isConflict } from "./conflict.ts";
import { changeStatements } from "./write-change.ts";

/** The number of due articles read at once. Each is changed in a batch of its own. */
const BATCH = 20;

/**
 * Applies every publish and unpublish that is due at `now` (milliseconds since the epoch), in the order in which they
 * came due, each at its own instant. Readers, writers and the cron call it; it is safe to run concurrently. Returns the
 * number of changes.
 *
 * @throws if an article stays due after its change was applied, which is a bug
 */
export async function applyDueChanges(db: D1Database, division: Division, now: number): Promise<number> {
  const applied = new Set<string>();
  for (;;) {
    const { results } = await db
      .prepare(
        `SELECT ${ARTICLE_COLUMNS} FROM articles WHERE next_change <= ? ORDER BY next_change, due, number LIMIT ${BATCH}`,
      )
      .bind(now)
      .all<ArticleRow>();
    if (results.length === 0) return applied.size;
    for (const row of results) {
      const step = `${row.id} ${row.revision}`;
      if (applied.has(step)) throw new Error(`${row.id} came due and stays due after its change was applied`);
      applied.add(step);
      await applyDueChange(db, division, row);
    }
  }
}

async function applyDueChange(db: D1Database, division: Division, row: ArticleRow): Promise<void> {
  const { results: places } = await db.prepare(heldPlaces("(?)")).bind(row.number).all<HeldPlace>();
  if (row.next_change === null) return;
  const before = articleRecord(row, places);
  const change = planChange(before, before.article, { at: row.next_change, saved: row.saved, division });
  try {
    await db.batch(changeStatements(db, change, { actor: "clock", action: change.state }));
  } catch (error) {
    // Another caller applied the change meanwhile, or the desk changed the article. If it is still due, the next round
    // finds it.
    if (!isConflict(error)) throw error;
  }
}
