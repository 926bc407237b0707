import { MAX_LISTED } from "../model/catalogue.ts";
import { podcastScopes } from "../model/podcast.ts";
import type { Publication } from "../model/publication.ts";
import type { NamedScope, Scope, ScopeKind } from "../model/scope.ts";

/** A section, tag or author and the number of its published articles. */
export type CountedScope = NamedScope & { readonly articles: number };

/**
 * The scopes of a catalogue, without "everything": all podcasts and sections of the publication, then the tags and the
 * authors that have published articles, the `MAX_LISTED` with the most articles of each kind, sorted by name.
 */
export function listedScopes(publication: Publication, counted: readonly CountedScope[]): Scope[] {
  const { compare } = new Intl.Collator(publication.language);
  const ofKind = (kind: ScopeKind) =>
    counted
      .filter(({ scope, articles }) => scope.kind === kind && articles > 0)
      .toSorted((a, b) => b.articles - a.articles || byCodeUnits(a.name, b.name))
      .slice(0, MAX_LISTED)
      .toSorted((a, b) => compare(a.name, b.name))
      .map(({ scope }) => scope);
  return [...givenScopes(publication), ...ofKind("tag"), ...ofKind("author")];
}

/** The scopes that the publication itself names, with or without articles. */
export function givenScopes(publication: Publication): Scope[] {
  const { sections } = publication;
  return [...podcastScopes(publication), ...sections.map(({ slug }): Scope => ({ kind: "section", slug }))];
}

/**
 * The order in which SQLite sorts text as well: which scopes are listed must not depend on the language or on the
 * store.
 */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
