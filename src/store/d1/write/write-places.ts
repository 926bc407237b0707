import { PODCAST, scopeKey } from "../../../model/scope.ts";
import { PODCAST_LENGTH } from "../../history.ts";
import { NUMBER, type Run } from "../statement.ts";
import type { ArticleChange } from "./change-article.ts";

/** SQL for whether a feed is a podcast, by its key. */
const isPodcast = (key: string) => `${key} GLOB '${scopeKey(PODCAST)}*'`;

/** SQL for how many times as long the documents of a feed are (`divisionOf`). */
const TIMES = `(CASE WHEN ${isPodcast("key")} THEN ${PODCAST_LENGTH} ELSE 1 END)`;

/** SQL for whether the open page of a feed is full once the new entry is in it. */
const IS_FULL = `(length + 1 - open_after >= ?1 * ${TIMES} OR open_bytes + ?2 >= ?3 * ${TIMES})`;

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
      `INSERT INTO places (feed, position, article, division, left_at, withdrawn_at, noticed_at, told)
       SELECT f.number, f.length + 1, ${NUMBER}, f.archives + 1, NULL, ?, CASE WHEN ${isPodcast("f.key")} THEN NULL ELSE ? END, ?
       FROM json_each(?) k JOIN feeds f ON f.key = k.value`,
      id,
      change.withdrawnAt ?? null,
      change.noticedAt ?? null,
      change.told,
      keys,
    ),
    run(
      `UPDATE feeds SET
         length = length + 1,
         articles = articles + ?4,
         revision = max(revision + 1, ?5),
         changed = max(changed + 1, ?5),
         modified = max(modified, ?6),
         told = max(told, ?8),
         noticed = nullif(max(coalesce(noticed, 0), ?9), 0),
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
      change.told,
      change.noticedAt ?? 0,
    ),
    run(
      `INSERT INTO archives (feed, number, first, last, revision, modified, told)
       SELECT f.number, f.archives, f.current_after + 1, f.open_after, f.revision, f.modified,
         (SELECT max(coalesce(p.told, f.told)) FROM places p
          WHERE p.feed = f.number AND p.position > f.current_after AND p.position <= f.open_after)
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
        "UPDATE places SET left_at = ?1, told = ?1 WHERE article = ?2 AND left_at IS NULL AND feed IN (SELECT value FROM json_each(?3))",
        change.at - (change.at % 1_000),
        before.row.number,
        JSON.stringify(left),
      ),
    );
  if (change.withdrawnAt !== undefined && before.places.length > 0)
    statements.push(
      run(
        `UPDATE places SET withdrawn_at = ?1, told = ?3,
           noticed_at = CASE WHEN ${isPodcast("(SELECT key FROM feeds WHERE number = feed)")} THEN NULL ELSE ?2 END
         WHERE article = ?4 AND left_at IS NULL
         AND (withdrawn_at IS NOT ?1 OR noticed_at IS NOT ?2 OR told IS NOT ?3)`,
        change.withdrawnAt,
        change.noticedAt ?? null,
        change.told,
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
    value ->> 'delta' AS delta, value ->> 'always' AS always, value ->> 'told' AS told FROM json_each(?3)) AS t`;
  // The newest document shows the time of the last change, also of an entry that is in an archive.
  const isInNewest = "(t.always OR t.position > current_after OR t.told > feeds.told)";
  return [
    run(
      `UPDATE feeds SET
         articles = articles + t.delta,
         changed = max(changed + 1, ?1),
         told = max(feeds.told, t.told),
         noticed = nullif(max(coalesce(noticed, 0), ?4), 0),
         revision = CASE WHEN ${isInNewest} THEN max(revision + 1, ?1) ELSE revision END,
         modified = CASE WHEN ${isInNewest} THEN max(modified, ?2) ELSE modified END
       ${from} WHERE feeds.number = t.feed AND (t.delta <> 0 OR feeds.number = 1 OR ${isInNewest})`,
      change.at,
      change.modified,
      list,
      change.noticedAt ?? 0,
    ),
    run(
      `UPDATE archives SET revision = max(revision + 1, ?1), modified = max(archives.modified, ?2),
         told = max(archives.told, t.told)
       ${from} WHERE archives.feed = t.feed AND archives.number = t.division`,
      change.at,
      change.modified,
      list,
    ),
  ];
}
