import { evaluatePreconditions } from "../../../http/representation/conditional.ts";
import type { ArticleSource, StoredArticle } from "../../../store/newsroom.ts";
import { formatEntityTag } from "../../../syntax/entity-tag.ts";

export type ArticleForm = "application/json" | ArticleSource["mediaType"];

/**
 * A strong tag names bytes, so each form of an article has its own (RFC 9110 section 8.8.3). `If-Match` accepts the tag
 * of any form.
 */
export function articleEtag(
  { revision, hash }: Omit<StoredArticle, "article">,
  form: ArticleForm = "application/json",
): string {
  const opaque = `${revision}-${hash}`;
  return formatEntityTag(form === "application/json" ? opaque : `${opaque}-${form.slice("text/".length)}`);
}

const FORMS: readonly ArticleForm[] = ["application/json", "text/markdown", "text/html"];

/**
 * Whether the preconditions of the request forbid the change (RFC 9110 section 13.1).
 *
 * @param current the article that is stored now; undefined if the request would create one
 */
export function isHeldBack(request: Request, current: StoredArticle | undefined): boolean {
  const headers = new Headers(request.headers);
  if (!current) return headers.has("if-match");
  // Only GET and HEAD use it (section 13.1.3).
  headers.delete("if-modified-since");
  // The edge weakens a tag when it compresses a response. The revision in the tag is still exact, so a weak tag counts
  // here.
  const ifMatch = headers.get("if-match")?.replaceAll('W/"', '"');
  if (ifMatch !== undefined) headers.set("if-match", ifMatch);
  const named = FORMS.map((form) => articleEtag(current, form)).find((tag) => ifMatch?.includes(tag));
  const validators = { etag: named ?? articleEtag(current), modified: current.saved };
  return evaluatePreconditions(headers, validators) !== "proceed";
}
