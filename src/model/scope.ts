import type { Article } from "./article.ts";
import { authorsOf } from "./credit.ts";
import { slugOf } from "./slug.ts";

/** What a feed is about: everything, or the articles of one section, tag or author. */
export type Scope =
  | { readonly kind: "everything" }
  | { readonly kind: "section" | "tag" | "author"; readonly slug: string };

/** The kinds a reader can choose among, and the first part of their addresses. */
export const SCOPE_FOLDERS = { section: "sections", tag: "tags", author: "authors" } as const;
export const SCOPE_KINDS = ["section", "tag", "author"] as const satisfies readonly ScopeKind[];
export type ScopeKind = keyof typeof SCOPE_FOLDERS;

export const EVERYTHING: Scope = { kind: "everything" };

/** A scope's name in the ledger, in ids and in caches: `everything`, `tags/web-standards`. */
export function scopeKey(scope: Scope): string {
  return scope.kind === "everything" ? "everything" : `${SCOPE_FOLDERS[scope.kind]}/${scope.slug}`;
}

/** A scope with the name people know it by. */
export type NamedScope = { readonly scope: Scope; readonly name: string };

/** The scopes an article is in, everything apart. Tags or authors of the same slug are one. */
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

/** A tag or name as part of an address. One without letters or digits (`🛳`) is spelt by its code points. */
export function nameSlug(name: string): string {
  return slugOf(name) || Array.from(name, (sign) => `u${(sign.codePointAt(0) ?? 0).toString(16)}`).join("-");
}

/** The scope that a key of `scopeKey` names. */
export function scopeOfKey(key: string): Scope {
  const [folder = "", ...rest] = key.split("/");
  const kind = SCOPE_KINDS.find((each) => SCOPE_FOLDERS[each] === folder);
  return kind === undefined ? EVERYTHING : { kind, slug: rest.join("/") };
}
