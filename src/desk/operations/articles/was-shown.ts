import type { StoredArticle } from "../../../store/newsroom.ts";

/** Whether readers ever saw the article, which may be a draft again: then it has a place in the history of everything. */
export async function wasShown(database: D1Database, { article: { id } }: StoredArticle): Promise<boolean> {
  const statement = database.prepare("SELECT 1 FROM articles WHERE id = ? AND position IS NOT NULL").bind(id);
  return (await statement.first()) !== null;
}
