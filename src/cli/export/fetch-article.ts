import { articleFromJson, articleJsonSchema } from "../../compile/submission/article-json.ts";
import { type Article, articleSchema } from "../../model/article.ts";
import { textWithStoredOrigin } from "../../site/public-origin.ts";
import { hashOfArticle } from "../../store/d1/write/change-article.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import type { DeskClient } from "../desk-client/desk-client.ts";
import { jsonOf, type ListedArticle } from "../desk-client/desk-lists.ts";
import { type Refusal, refused } from "../desk-client/refusal.ts";

export type TextOfArticle = { readonly mediaType: "text/markdown" | "text/html"; readonly text: string };

/** An article as the newsroom stores it. */
export type FetchedArticle = {
  readonly article: Article;
  readonly hash: string;
  /** The origin of the newsroom's own addresses. */
  readonly origin: string;
  /** The text that its author sent. Missing if the article was not sent as a text. */
  readonly source?: TextOfArticle;
};

/**
 * Asks for the text of an article or a page first. The newsroom answers with the JSON if it has no text.
 *
 * @returns the JSON, as bytes, and the text if there is one
 */
export async function askForTextFirst(
  desk: DeskClient,
  path: string,
): Promise<Result<{ readonly bytes: Uint8Array; readonly source?: TextOfArticle }, Refusal>> {
  const ask = (accept: string) => desk.send({ method: "GET", path, headers: { Accept: accept } });
  const first = await ask("text/markdown, text/html, application/json;q=0.1");
  if (!first.ok) return first;
  const [mediaType = ""] = (first.value.headers.get("content-type") ?? "").split(";");
  if (mediaType !== "text/markdown" && mediaType !== "text/html") return ok({ bytes: first.value.bytes });
  const source: TextOfArticle = { mediaType, text: new TextDecoder().decode(first.value.bytes) };
  const reply = await ask("application/json");
  return reply.ok ? ok({ bytes: reply.value.bytes, source }) : reply;
}

export async function fetchArticle(
  desk: DeskClient,
  { slug, address }: ListedArticle,
): Promise<Result<FetchedArticle, Refusal>> {
  const reply = await askForTextFirst(desk, `/desk/articles/${encodeURIComponent(slug)}`);
  if (!reply.ok) return reply;
  const { bytes, source } = reply.value;
  const { origin } = new URL(address);
  const json = textWithStoredOrigin(new TextDecoder().decode(bytes), origin);
  const value = jsonOf(new TextEncoder().encode(json));
  const sent = articleJsonSchema.safeParse(value);
  const article = sent.success ? articleSchema.safeParse(articleFromJson(sent.data)) : sent;
  if (!article.success) return err(refused("this version of Dateline cannot read the article"));
  const hash = hashOfArticle(JSON.stringify(article.data));
  return ok({ article: article.data, hash, origin, ...(source && { source }) });
}
