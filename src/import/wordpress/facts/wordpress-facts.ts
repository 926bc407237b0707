import type { Person } from "../../../model/article.ts";
import type { AttachedFile } from "./attached-file.ts";

/**
 * The facts of a WordPress export that its posts need and that may stand behind them. They are kept in memory for the
 * whole import, so they are as short as they can be.
 */
export type WordPressFacts = {
  /** Display names by login. */
  readonly authors: Map<string, string>;
  readonly loginsBySlug: Map<string, string>;
  /** Guest authors by the slug of their term, without the prefix `cap-`. */
  readonly guests: Map<string, Person>;
  /** Names of the terms of authors, by slug without the prefix `cap-`. */
  readonly authorTerms: Map<string, { readonly name: string; readonly description: string }>;
  /** Attached files by number. */
  readonly files: Map<string, AttachedFile>;
  /** The numbers of the files that were uploaded to a post, by the number of the post. */
  readonly filesOfPosts: Map<string, string[]>;
  /** The content of reusable blocks by number. */
  readonly reusableBlocks: Map<string, string>;
  /** The slug of the category whose number is 1, which WordPress makes when it is installed. */
  firstCategory: string | undefined;
};

export function noWordPressFacts(): WordPressFacts {
  return {
    authors: new Map(),
    loginsBySlug: new Map(),
    guests: new Map(),
    authorTerms: new Map(),
    files: new Map(),
    filesOfPosts: new Map(),
    reusableBlocks: new Map(),
    firstCategory: undefined,
  };
}
