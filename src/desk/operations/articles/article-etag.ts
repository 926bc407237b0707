import { evaluatePreconditions } from "../../../http/conditional.ts";
import type { ArticleSource, StoredArticle } from "../../../store/newsroom.ts";

export type ArticleForm = "application/json" | ArticleSource["mediaType"];

/** A strong tag names bytes, so each form of an article has its own (RFC 9110 section 8.8.3). Any of them will do in `If-Match`. */
export function articleEtag(
  { revision, hash }: Omit<StoredArticle, "article">,
  form: ArticleForm = "application/json",
): string {
  return form === "application/json" ? `"${revision}-${hash}"` : `"${revision}-${hash}-${form.slice(5)}"`;
}

const FORMS: readonly ArticleForm[] = ["application/json", "text/markdown", "text/html"];

/** Whether the request's preconditions keep it from changing the article that is there now, or from making one (RFC 9110 section 13.1). */
export function isHeldBack(request: Request, current: StoredArticle | undefined): boolean {
  const headers = new Headers(request.headers);
  if (!current) return headers.has("if-match");
  // Of a change it is to be ignored (section 13.1.3).
  headers.delete("if-modified-since");
  // The edge weakens a tag when it compresses what it passes on; the revision in it is as good as before.
  const ifMatch = headers.get("if-match")?.replaceAll('W/"', '"');
  if (ifMatch !== undefined) headers.set("if-match", ifMatch);
  const named = FORMS.map((form) => articleEtag(current, form)).find((tag) => ifMatch?.includes(tag));
  const validators = { etag: named ?? articleEtag(current), modified: current.saved };
  return evaluatePreconditions(headers, validators) !== "proceed";
}
