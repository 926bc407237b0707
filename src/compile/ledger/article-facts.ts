import { createHash } from "node:crypto";
import type { Article } from "../../model/article.ts";
import { type NamedScope, scopesOf } from "../../model/scope.ts";

/**
 * What the ledger records of a compiled article, and what tells it apart from others. A build holds the facts of all
 * articles in memory, and nothing else of them: about 600 bytes each.
 *
 * - `hash`: of the compiled article, 16 hexadecimal digits. It changes with everything that readers could see.
 * - `size`: bytes of its body.
 * - `scopes`: the feeds that it is in, with their names, without the scope of everything.
 */
export type ArticleFacts = Pick<
  Article,
  | "id"
  | "slug"
  | "title"
  | "published"
  | "updated"
  | "scheduledFor"
  | "unpublishAt"
  | "status"
  | "retraction"
  | "formerSlugs"
  | "formerPaths"
  | "pictures"
> & {
  readonly hash: string;
  readonly size: number;
  readonly scopes: readonly NamedScope[];
};

/** @param text the article as JSON, if the caller has it already */
export function articleFacts(article: Article, text: string = JSON.stringify(article)): ArticleFacts {
  const { id, slug, title, published, updated, status, formerSlugs } = article;
  const { scheduledFor, unpublishAt, retraction, formerPaths, pictures } = article;
  return {
    id,
    slug,
    title,
    published,
    updated,
    ...(scheduledFor && { scheduledFor }),
    ...(unpublishAt && { unpublishAt }),
    status,
    ...(retraction && { retraction }),
    formerSlugs,
    ...(formerPaths && { formerPaths }),
    ...(pictures && { pictures }),
    hash: hashOfText(text),
    size: new TextEncoder().encode(article.body).length,
    scopes: scopesOf(article),
  };
}

/** The first 16 hexadecimal digits of the SHA-256 of a text. */
export function hashOfText(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
