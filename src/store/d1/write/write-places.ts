import { NUMBER, type Run } from "../statement.ts";
import type { ArticleChange } from "./change-article.ts";

/** SQL for whether the open page of a feed is full once the new entry is in it. */
const IS_FULL = "(length + 1 - open_after >= ?1 OR open_bytes + ?2 >= ?3)";

export function entering({ joined, article: { id }, ...change }: ArticleChange, run: Run): D1PreparedStatement[] {
  if (joined.length === 0) return [];
  const keys = JSON.stringify(joined.map(({ key }) => key));
  const { size, division } = change;
  return [
    run(
      `INSERT INTO feeds (key, name, revision, modified, changed, next_change, length, archives, current_after, open_after, open_bytes, articles)
       SELECT value ->> 'key', value ->> 'name', 0, 0, 0, (SELECT min(at) FROM pending WHERE feed = value ->> 'key'), 0, 0, 0, 0, 0, 0
       FROM json_each(?) WHERE true ON CONFLICT (key) DO NOTHING`,
      JSON.stringify(joined),
    ),
    run(
      `INSERT INTO places (feed, position, article, division, left_at, withdrawn_at)
       SELECT f.number, f.length + 1, ${NUMBER}, f.archives + 1, NULL, ?
       FROM json_each(?) k JOIN feeds f ON f.key = k.value`,
      id,
      change.withdrawnAt ?? null,
      keys,
    ),
    run(
      `UPDATE feeds SET
         length = length + 1,
         articles = articles + ?4,
         revision = max(revision + 1, ?5),
         changed = max(changed + 1, ?5),
         modified = max(modified, ?6),
         archives = archives + ${IS_FULL},
         current_after = CASE WHEN ${IS_FULL} THEN open_after ELSE current_after END,
         open_after = CASE WHEN ${IS_FULL} THEN length + 1 ELSE open_after END,
         open_bytes = CASE WHEN ${IS_FULL} THEN 0 ELSE open_bytes + ?2 END
       WHERE key IN (SELECT value FROM json_each(?7))`,
      division.entries,
      size,
      division.bytes,
      Number(change.state === "published"),
      change.at,
      change.modified,
      keys,
    ),
    run(
      `INSERT INTO archives (feed, number, first, last, revision, modified)
       SELECT f.number, f.archives, f.current_after + 1, f.open_after, f.revision, f.modified
       FROM json_each(?) k JOIN feeds f ON f.key = k.value WHERE f.open_after = f.length`,
      keys,
    ),
  ];
}

export function leaving({ left, before, ...change }: ArticleChange, run: Run): D1PreparedStatement[] {
  const statements: D1PreparedStatement[] = [];
  if (!before) return statements;
  if (left.length > 0)
    statements.push(
      run(
        "UPDATE places SET left_at = ? WHERE article = ? AND left_at IS NULL AND feed IN (SELECT value FROM json_each(?))",
        change.at,
        before.row.number,
        JSON.stringify(left),
      ),
    );
  if (change.withdrawnAt !== undefined && before.places.length > 0)
    statements.push(
      run(
        "UPDATE places SET withdrawn_at = ?1 WHERE article = ?2 AND left_at IS NULL AND withdrawn_at IS NOT ?1",
        change.withdrawnAt,
        before.row.number,
      ),
    );
  return statements;
}

/** Updates the revisions of the feeds whose newest document changes, and of the archives that change. */
export function touching({ touched, ...change }: ArticleChange, run: Run): D1PreparedStatement[] {
  if (touched.length === 0) return [];
  const list = JSON.stringify(touched);
  const from = `FROM (SELECT value ->> 'feed' AS feed, value ->> 'position' AS position, value ->> 'division' AS division,
    value ->> 'delta' AS delta, value ->> 'always' AS always FROM json_each(?3)) AS t`;
  return [
    run(
      `UPDATE feeds SET
         articles = articles + t.delta,
         changed = max(changed + 1, ?1),
         revision = CASE WHEN t.always OR t.position > current_after THEN max(revision + 1, ?1) ELSE revision END,
         modified = CASE WHEN t.always OR t.position > current_after THEN max(modified, ?2) ELSE modified END
       ${from} WHERE feeds.number = t.feed
         AND (t.always OR t.delta <> 0 OR t.position > current_after OR feeds.number = 1)`,
      change.at,
      change.modified,
      list,
    ),
    run(
      `UPDATE archives SET revision = max(revision + 1, ?1), modified = max(archives.modified, ?2)
       ${from} WHERE archives.feed = t.feed AND archives.number = t.division`,
      change.at,
      change.modified,
      list,
    ),
  ];
}
