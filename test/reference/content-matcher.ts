import type { Article } from "../../src/model/article.ts";
import { scopeKey, scopesOf } from "../../src/model/scope.ts";
import { matcherOfWords, searchLine } from "../../src/model/search-tokens.ts";
import type { Selection } from "../../src/model/selection.ts";

/** The facts of an article that filters look at: the keys of its scopes, and its line of search tokens. */
type Findable = { readonly keys: ReadonlySet<string>; readonly line: string };

/**
 * Computed once per article, because a filter looks at every article of the history and any client may send any words.
 */
const findables = new WeakMap<Article, Findable>();

function findable(article: Article): Findable {
  const known = findables.get(article);
  if (known) return known;
  const keys = new Set(scopesOf(article).map(({ scope }) => scopeKey(scope)));
  const found = { keys, line: searchLine(article) };
  findables.set(article, found);
  return found;
}

/**
 * Returns a function that tells whether an article matches the selection: its scope, all of its tags and all of its
 * words.
 */
export function matcherOf({ scope, tags, words }: Selection): (article: Article) => boolean {
  const wanted = [
    ...(scope.kind === "everything" ? [] : [scopeKey(scope)]),
    ...tags.map((slug) => scopeKey({ kind: "tag", slug })),
  ];
  const hasWords = words === undefined ? () => true : matcherOfWords(words);
  return (article) => {
    const { keys, line } = findable(article);
    return wanted.every((key) => keys.has(key)) && hasWords(line);
  };
}
