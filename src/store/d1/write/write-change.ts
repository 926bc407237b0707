import { NUMBER, type Run } from "../statement.ts";
import { type ArticleChange, feedsOf } from "./change-article.ts";
import { announcing, formerPaths, mediaUses, words } from "./write-companions.ts";
import { entering, leaving, touching } from "./write-places.ts";

/** Who makes a change and what it is, as the audit records it. */
export type ChangeRecord = { readonly actor: string; readonly action: string };

/**
 * Returns the statements that write a change, for one batch, which is one transaction. SQL computes the article's
 * positions, since other articles may have entered the same feeds meanwhile. If two writers write the same article, the
 * batch of one fails, at the step of its revision or at its slug (`isConflict`).
 */
export function changeStatements(db: D1Database, change: ArticleChange, record: ChangeRecord): D1PreparedStatement[] {
  const run: Run = (sql, ...values) => db.prepare(sql).bind(...values);
  return [
    article(change, run),
    ...pending(change, run),
    ...entering(change, run),
    ...leaving(change, run),
    ...touching(change, run),
    ...words(change, run),
    ...formerPaths(change, run),
    ...mediaUses(change, run),
    ...announcing(change, run),
    auditing(change, record, run),
  ];
}

function article({ before, ...change }: ArticleChange, run: Run): D1PreparedStatement {
  const position = change.enters ? "(SELECT length + 1 FROM feeds WHERE number = 1)" : (before?.row.position ?? null);
  const values = [change.article.slug, change.state, change.revision, change.modified, change.saved, change.due];
  const rest = [change.nextChange ?? null, change.hash, change.document, change.withdrawal];
  const { id } = change.article;
  return before
    ? run(
        `UPDATE articles SET slug = ?, state = ?, revision = ?, modified = ?, saved = ?, due = ?, next_change = ?, hash = ?,
           document = ?, withdrawal = ?, position = ${position} WHERE id = ?`,
        ...values,
        ...rest,
        id,
      )
    : run(
        `INSERT INTO articles (slug, state, revision, modified, saved, due, next_change, hash, document, withdrawal, position, id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ${position}, ?)`,
        ...values,
        ...rest,
        id,
      );
}

/** Writes when the article is due to change, by feed, and updates the next due change of each of those feeds. */
function pending({ before, article: { id }, ...change }: ArticleChange, run: Run): D1PreparedStatement[] {
  const was = before?.row.next_change ?? undefined;
  if (was === undefined && change.nextChange === undefined) return [];
  const keys = change.feeds.map(({ key }) => key);
  const knownKeys = before ? feedsOf(before.article).map(({ key }) => key) : [];
  const all = JSON.stringify([...new Set([...keys, ...knownKeys])]);
  return [
    run(
      `DELETE FROM pending WHERE feed IN (SELECT value FROM json_each(?)) AND at = ? AND article = ${NUMBER}`,
      all,
      was ?? 0,
      id,
    ),
    ...(change.nextChange === undefined
      ? []
      : [
          run(
            `INSERT INTO pending (feed, at, article) SELECT value, ?, ${NUMBER} FROM json_each(?)`,
            change.nextChange,
            id,
            JSON.stringify(keys),
          ),
        ]),
    run(
      `UPDATE feeds SET next_change = (SELECT min(at) FROM pending WHERE feed = key)
       WHERE key IN (SELECT value FROM json_each(?))`,
      all,
    ),
  ];
}

/**
 * The statement fails if the article is gone or has another revision than was just written: the column `id` takes no
 * null.
 */
function auditing({ before, article: after, ...change }: ArticleChange, record: ChangeRecord, run: Run) {
  return run(
    `INSERT INTO audit (at, actor, action, id, slug, before, after)
     VALUES (?, ?, ?, (SELECT id FROM articles WHERE id = ? AND revision = ?), ?, ?, ?)`,
    change.at,
    record.actor,
    record.action,
    after.id,
    change.revision,
    after.slug,
    before?.row.hash ?? null,
    change.hash,
  );
}
