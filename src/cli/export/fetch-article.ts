import { type Article, articleSchema } from "../../model/article.ts";
import { textWithStoredOrigin } from "../../site/public-origin.ts";
import { hashOfArticle } from "../../store/d1/write/change-article.ts";
import type { DeskClient } from "../desk-client/desk-client.ts";
import { jsonOf, type ListedArticle } from "../desk-client/desk-lists.ts";
import type { Refusal } from "../desk-client/refusal.ts";

export type TextOfArticle = { readonly mediaType: "text/markdown" | "text/html"; readonly text: string };

/** An article as the newsroom keeps it, with the text it was written as, if it was. */
export type FetchedArticle = {
  readonly ok: true;
  readonly article: Article;
  readonly hash: string;
  /** What the newsroom calls itself. */
  readonly origin: string;
  readonly source?: TextOfArticle;
};

/** Asks for the text first: an article that has none comes in the same answer. */
export async function fetchArticle(
  desk: DeskClient,
  { slug, address }: ListedArticle,
): Promise<FetchedArticle | Refusal> {
  const path = `/desk/articles/${encodeURIComponent(slug)}`;
  const ask = (accept: string) => desk.send({ method: "GET", path, headers: { Accept: accept } });
  const first = await ask("text/markdown, text/html, application/json;q=0.1");
  if (!first.ok) return first;
  const [mediaType = ""] = (first.headers.get("content-type") ?? "").split(";");
  const source: TextOfArticle | undefined =
    mediaType === "text/markdown" || mediaType === "text/html"
      ? { mediaType, text: new TextDecoder().decode(first.bytes) }
      : undefined;
  const reply = source ? await ask("application/json") : first;
  if (!reply.ok) return reply;
  const { origin } = new URL(address);
  const value = jsonOf(new TextEncoder().encode(textWithStoredOrigin(new TextDecoder().decode(reply.bytes), origin)));
  const article = articleSchema.safeParse(value);
  if (!article.success)
    return { ok: false, kind: "refused", message: "it is no article of the form that this version knows", faults: [] };
  const hash = hashOfArticle(JSON.stringify(value));
  return { ok: true, article: article.data, hash, origin, ...(source && { source }) };
}
