import { EVERYTHING, type Scope } from "./scope.ts";

/**
 * Which articles a feed follows, in the one normal form that its address, its cache key and its `self` share.
 *
 * - `tags` are slugs, sorted, each once; an article must have all of them.
 * - `words` stand in title or summary, every one, as `matcherOfWords` has it; folded, single spaces, each with a letter or digit in it.
 * - `limit` shortens the feed to its newest entries; such a feed has no archives.
 * - `content` says whether entries carry the whole text.
 */
export type Selection = {
  readonly scope: Scope;
  readonly tags: readonly string[];
  readonly words?: string;
  readonly limit?: number;
  readonly content: "full" | "summary";
};

/** All there is of a scope. */
export function allOf(scope: Scope): Selection {
  return { scope, tags: [], content: "full" };
}

export const ALL: Selection = allOf(EVERYTHING);

/** Whether the selection leaves articles of its scope out. */
export function isFiltered({ tags, words }: Selection): boolean {
  return tags.length > 0 || words !== undefined;
}
