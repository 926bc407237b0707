import { createHash } from "node:crypto";
import type { Article } from "./article.ts";
import { authorsOf } from "./credit.ts";
import { cutSlug, MAX_SLUG_BYTES, slugBytes, wordsOf } from "./slug.ts";

/** The subject of a feed: all articles, or those of one section, tag or author. */
export type Scope =
  | { readonly kind: "everything" }
  | { readonly kind: "section" | "tag" | "author"; readonly slug: string };

/** The kinds of scopes apart from everything, and the first part of their keys. */
export const SCOPE_FOLDERS = { section: "sections", tag: "tags", author: "authors" } as const;
export const SCOPE_KINDS = ["section", "tag", "author"] as const satisfies readonly ScopeKind[];
export type ScopeKind = keyof typeof SCOPE_FOLDERS;

export const EVERYTHING: Scope = { kind: "everything" };

/** The name of a scope in the ledger, in ids and in cache keys: `everything`, `tags/web-standards`. */
export function scopeKey(scope: Scope): string {
  return scope.kind === "everything" ? "everything" : `${SCOPE_FOLDERS[scope.kind]}/${scope.slug}`;
}

/** A scope and its name for people. */
export type NamedScope = { readonly scope: Scope; readonly name: string };

/** The scopes of an article without the scope of everything. Tags or authors with the same slug are one scope. */
export function scopesOf(article: Article): readonly NamedScope[] {
  const scopes: NamedScope[] = [
    ...(article.section === undefined ? [] : [named("section", article.section, article.section)]),
    ...article.tags.map((tag) => named("tag", nameSlug(tag), tag)),
    ...authorsOf(article).map(({ name }) => named("author", nameSlug(name), name)),
  ];
  return [...new Map(scopes.map((each) => [scopeKey(each.scope), each])).values()];
}

function named(kind: ScopeKind, slug: string, name: string): NamedScope {
  return { scope: { kind, slug }, name };
}

/**
 * The slug of a tag or a name. If it has no letters or digits (`🛳`), the slug is made of its code points. A slug that
 * is cut ends in a hash of the whole one, so that two long names stay two.
 */
export function nameSlug(name: string): string {
  const slug =
    wordsOf(name) || Array.from(name, (character) => `u${(character.codePointAt(0) ?? 0).toString(16)}`).join("-");
  // Three bytes of UTF-8 is the most for a unit of UTF-16.
  if (slug.length * 3 <= MAX_SLUG_BYTES || slugBytes(slug) <= MAX_SLUG_BYTES) return slug;
  return cutSlug(slug, `-${createHash("sha256").update(slug).digest("hex").slice(0, 10)}`);
}

/** The scope with this key, as `scopeKey` writes it. */
export function scopeOfKey(key: string): Scope {
  const [folder = "", ...rest] = key.split("/");
  const kind = SCOPE_KINDS.find((each) => SCOPE_FOLDERS[each] === folder);
  return kind === undefined ? EVERYTHING : { kind, slug: rest.join("/") };
}
