import type { Division } from "../../history.ts";
import { ARTICLE_COLUMNS, type ArticleRow, type HeldPlace, heldPlaces, storedArticle } from "../article-row.ts";
import { planChange } from "./change-article.ts";
import { isConflict } from "./conflict.ts";
import { changeStatements } from "./write-change.ts";

/** How many articles are looked at in one go; each is settled in a batch of its own. */
const AT_ONCE = 20;

/**
 * Settles what the clock has brought by `now` (milliseconds since the epoch): each article that has come due enters its feeds, each whose time is
 * over leaves them, at the instant it was to be and in that order. Whoever comes first does it, a reader or the cron, so that nobody ever waits for
 * the cron; of two that come at once one does it. Returns how many changes there were.
 */
export async function applyDueChanges(db: D1Database, division: Division, now: number): Promise<number> {
  const settled = new Set<string>();
  for (;;) {
    const { results } = await db
      .prepare(
        `SELECT ${ARTICLE_COLUMNS} FROM articles WHERE next_change <= ? ORDER BY next_change, due, number LIMIT ${AT_ONCE}`,
      )
      .bind(now)
      .all<ArticleRow>();
    if (results.length === 0) return settled.size;
    for (const row of results) {
      const step = `${row.id} ${row.revision}`;
      if (settled.has(step)) throw new Error(`${row.id} came due and cannot be settled`);
      settled.add(step);
      await applyDueChange(db, division, row);
    }
  }
}

async function applyDueChange(db: D1Database, division: Division, row: ArticleRow): Promise<void> {
  const { results: places } = await db.prepare(heldPlaces("?")).bind(row.number).all<HeldPlace>();
  const before = storedArticle(row, places);
  if (!before || row.next_change === null) return;
  const change = planChange(before, before.article, { at: row.next_change, saved: row.saved, division });
  try {
    await db.batch(changeStatements(db, change, { actor: "clock", action: change.state }));
  } catch (error) {
    // Another has settled it meanwhile, or the desk has changed it: then it is not due any more, or is found due again.
    if (!isConflict(error)) throw error;
  }
}
