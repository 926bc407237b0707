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

/** The id and the title of the article. */
export type Retraction = { readonly retracted: string; readonly title: string };

/** Retracts an article that readers have. Returns when the notice is served. */
export async function retractArticle(server: DevServer): Promise<Retraction> {
  const { root } = server;
  const article = readArticlesThatAreOut(root).findLast(({ fields }) => fields.status === undefined);
  if (!article) throw new Error("no article to retract");
  const title = String(article.fields.title);
  const time = `${new Date().toISOString().slice(0, 19)}Z`;
  editArticle(root, article.slug, { retraction: { time, reason: "It was <b>wrong</b>." } });
  const notice = `Withdrawn: ${title}`;
  await untilServed(server, notice, (item) => item.title === notice);
  return { retracted: String(article.fields.id), title };
}
