import type { ArticleRecord } from "../article-row.ts";
import { feedsOf } from "./change-article.ts";
import type { ChangeRecord } from "./write-change.ts";
import { formerPathsOf } from "./write-companions.ts";

/**
 * Returns the statements that delete an article that no reader has seen. The audit is written first: it fails if
 * another writer changed the article. The article itself tells the keys of its rows in other tables, so that no other
 * rows are read.
 */
export function discardStatements(
  db: D1Database,
  { article, row }: ArticleRecord,
  { actor, action }: ChangeRecord,
  now: number,
): D1PreparedStatement[] {
  const { number, id, revision, slug, hash } = row;
  const feeds = JSON.stringify(feedsOf(article).map(({ key }) => key));
  return [
    db
      .prepare(
        `INSERT INTO audit (at, actor, action, id, slug, before, after)
         VALUES (?, ?, ?, (SELECT id FROM articles WHERE id = ? AND revision = ?), ?, ?, NULL)`,
      )
      .bind(now, actor, action, id, revision, slug, hash),
    ...["sources", "media_uses"].map((table) => db.prepare(`DELETE FROM ${table} WHERE article = ?`).bind(number)),
    db
      .prepare("DELETE FROM former_paths WHERE path IN (SELECT value FROM json_each(?)) AND article = ?")
      .bind(JSON.stringify(formerPathsOf(article)), number),
    db
      .prepare("DELETE FROM pending WHERE feed IN (SELECT value FROM json_each(?)) AND at = ? AND article = ?")
      .bind(feeds, row.next_change, number),
    db
      .prepare(
        `UPDATE feeds SET next_change = (SELECT min(at) FROM pending WHERE feed = key)
         WHERE key IN (SELECT value FROM json_each(?)) AND next_change = ?`,
      )
      .bind(feeds, row.next_change),
    db.prepare("DELETE FROM articles WHERE number = ?").bind(number),
  ];
}
