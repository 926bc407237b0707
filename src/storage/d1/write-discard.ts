import type { StoredArticle } from "./stored-article.ts";
import type { ChangeRecord } from "./write-change.ts";

/** Takes away all there is of an article that no reader ever saw. The audit comes first: it fails where another writer did. */
export function discardStatements(
  db: D1Database,
  { row }: StoredArticle,
  { actor, action }: ChangeRecord,
  now: number,
): D1PreparedStatement[] {
  const { number, id, revision, slug, hash } = row;
  return [
    db
      .prepare(
        `INSERT INTO audit (at, actor, action, id, slug, before, after)
         VALUES (?, ?, ?, (SELECT id FROM articles WHERE id = ? AND revision = ?), ?, ?, NULL)`,
      )
      .bind(now, actor, action, id, revision, slug, hash),
    ...["sources", "former_paths", "media_uses", "pending"].map((table) =>
      db.prepare(`DELETE FROM ${table} WHERE article = ?`).bind(number),
    ),
    db
      .prepare(`UPDATE feeds SET next_change = (SELECT min(at) FROM pending WHERE feed = key) WHERE next_change = ?`)
      .bind(row.next_change),
    db.prepare("DELETE FROM articles WHERE number = ?").bind(number),
  ];
}
