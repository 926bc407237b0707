import { EVERYTHING, type Scope } from "./scope.ts";

/**
 * Which articles are in a feed, and how much of each. The normal form is the base of the feed's address, its `self`
 * link and its cache key.
 *
 * - `tags` are slugs, sorted and without duplicates. An article must have all of them.
 * - `words` are folded, separated by single spaces, and each has a letter or digit. Title or summary must contain all
 *   of them, as `matcherOfWords` defines it.
 * - `limit` is the number of the newest entries that the feed has. A feed with a limit has no archives.
 * - `content` says whether entries have their whole text.
 */
export type Selection = {
  readonly scope: Scope;
  readonly tags: readonly string[];
  readonly words?: string;
  readonly limit?: number;
  readonly content: "full" | "summary";
};

/** The selection of all articles of a scope. */
export function allOf(scope: Scope): Selection {
  return { scope, tags: [], content: "full" };
}

export const ALL: Selection = allOf(EVERYTHING);

/** Whether the selection excludes some articles of its scope. */
export function isFiltered({ tags, words }: Selection): boolean {
  return tags.length > 0 || words !== undefined;
}
