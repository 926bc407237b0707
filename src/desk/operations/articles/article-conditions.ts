import { evaluatePreconditions } from "../../../http/representation/conditional.ts";
import type { StoredArticle } from "../../../store/newsroom.ts";
import { parseHttpDate } from "../../../syntax/http-date.ts";
import type { DeskProblem } from "../../problems.ts";
import { articleEtag, FORMS } from "./article-etag.ts";

/**
 * Whether the request states a condition on the present article. A request without one is carried out whatever another
 * writer does at the same time. A date that cannot be read is no condition (RFC 9110 section 13.1.4).
 */
export function statesCondition({ headers }: Request): boolean {
  return (
    headers.has("if-match") ||
    headers.has("if-none-match") ||
    parseHttpDate(headers.get("if-unmodified-since")) !== undefined
  );
}

/** What a condition is about: an article, or a page, whose id is `page` and its slug. */
type Conditioned = Pick<StoredArticle, "revision" | "hash" | "saved"> & {
  readonly article: Pick<StoredArticle["article"], "id" | "slug">;
};

/**
 * The problem if the conditions of the request forbid the change (RFC 9110 section 13.1).
 *
 * @param current the article that is stored now; undefined if the request would create one
 */
export function failedCondition(request: Request, current: Conditioned | undefined): DeskProblem | undefined {
  const headers = new Headers(request.headers);
  if (!current) return headers.has("if-match") ? conditionFailed(request, current) : undefined;
  // Only GET and HEAD use it (section 13.1.3).
  headers.delete("if-modified-since");
  // The edge weakens a tag when it compresses a response. The revision in the tag is still exact, so a weak tag counts
  // here.
  const ifMatch = headers.get("if-match")?.replaceAll('W/"', '"');
  if (ifMatch !== undefined) headers.set("if-match", ifMatch);
  const named = FORMS.map((form) => articleEtag(current, form)).find((tag) => ifMatch?.includes(tag));
  const validators = { etag: named ?? articleEtag(current), modified: current.saved };
  const isHeldBack = evaluatePreconditions(headers, validators) !== "proceed";
  return isHeldBack ? conditionFailed(request, current) : undefined;
}

/**
 * The problem of a request whose condition does not hold. `If-None-Match: *` asks that there is no article yet, so the
 * answer says which one is there.
 *
 * @param current the article that is stored now, if there is one
 */
export function conditionFailed({ headers }: Request, current: Conditioned | undefined): DeskProblem {
  if (!current) return { kind: "precondition-failed" };
  const { id, slug } = current.article;
  const isForNew = headers.get("if-none-match")?.trim() === "*" && !headers.has("if-match");
  return { kind: "precondition-failed", etag: articleEtag(current), ...(isForNew && { holder: { id, slug } }) };
}
