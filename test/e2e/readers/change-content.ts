import type { DevServer } from "../harness/dev-server.ts";
import { untilServed } from "../harness/served-items.ts";
import { addArticle, editArticle, readArticlesThatAreOut } from "../harness/written-articles.ts";

/** The ids of the articles. */
export type Change = { readonly edited: string; readonly added: string };

/** Gives an article a new headline and a new update time, and writes another article. Returns when both are served. */
export async function changeContent(server: DevServer): Promise<Change> {
  const { root } = server;
  const article = readArticlesThatAreOut(root).find(({ fields }) => fields.updated !== undefined);
  if (!article) throw new Error("no article to edit");
  const now = `${new Date().toISOString().slice(0, 19)}Z`;
  const title = `Corrected: ${article.fields.title}`;
  editArticle(root, article.slug, { title, updated: now });

  const id = "tag:dateline.example,2026-01-01:articles/neverreadbefore";
  const words = { title: "New & “fresh” <today>", summary: "5 < 6 & 7 > 6" };
  const fields = { id, ...words, byline: "Ada Ferrier", published: now };
  addArticle(root, { slug: "new-today", fields, markdown: "Nobody has read this before." });

  await untilServed(server, title, (item) => item.title === title);
  await untilServed(server, id, (item) => item.id === id);
  return { edited: String(article.fields.id), added: id };
}
