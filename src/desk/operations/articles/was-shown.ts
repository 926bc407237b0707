import type { StoredArticle } from "../../../store/newsroom.ts";

/**
 * Whether the article was ever public, even if it is a draft again. Such an article has a position in the history of
 * the main feed.
 */
export async function wasShown(db: D1Database, { article: { id } }: StoredArticle): Promise<boolean> {
  const statement = db.prepare("SELECT 1 FROM articles WHERE id = ? AND position IS NOT NULL").bind(id);
  return (await statement.first()) !== null;
}
