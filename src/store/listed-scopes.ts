import { MAX_LISTED } from "../model/catalogue.ts";
import type { Publication } from "../model/publication.ts";
import type { NamedScope, Scope, ScopeKind } from "../model/scope.ts";

/** A tag or author and how many of its articles are out. */
export type CountedScope = NamedScope & { readonly articles: number };

/** The scopes of a catalogue, everything apart. Sections with articles or without, since a publication lists them; tags and authors that have any. */
export function listedScopes({ language, sections }: Publication, counted: readonly CountedScope[]): Scope[] {
  const { compare } = new Intl.Collator(language);
  const ofKind = (kind: ScopeKind) =>
    counted
      .filter(({ scope, articles }) => scope.kind === kind && articles > 0)
      .toSorted((a, b) => b.articles - a.articles || byCodeUnits(a.name, b.name))
      .slice(0, MAX_LISTED)
      .toSorted((a, b) => compare(a.name, b.name))
      .map(({ scope }) => scope);
  return [...sections.map(({ slug }): Scope => ({ kind: "section", slug })), ...ofKind("tag"), ...ofKind("author")];
}

/** What a database sorts by too: who is listed must not depend on a language. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
