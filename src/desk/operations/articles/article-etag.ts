import type { ArticleSource, StoredArticle } from "../../../store/newsroom.ts";
import { formatEntityTag } from "../../../syntax/entity-tag.ts";

export type ArticleForm = "application/json" | ArticleSource["mediaType"];

/**
 * A strong tag names bytes, so each form of an article or a page has its own (RFC 9110 section 8.8.3). `If-Match` accepts the tag
 * of any form.
 */
export function articleEtag(
  { revision, hash }: Pick<StoredArticle, "revision" | "hash">,
  form: ArticleForm = "application/json",
): string {
  const opaque = `${revision}-${hash}`;
  return formatEntityTag(form === "application/json" ? opaque : `${opaque}-${form.slice("text/".length)}`);
}

export const FORMS: readonly ArticleForm[] = ["application/json", "text/markdown", "text/html"];
