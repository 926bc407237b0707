import type { Article } from "../../model/article.ts";
import { scopeKey, scopesOf } from "../../model/scope.ts";
import { matcherOfWords, searchLine } from "../../model/search-tokens.ts";
import type { Selection } from "../../model/selection.ts";

/** What a search goes by. */
type Findable = { readonly keys: ReadonlySet<string>; readonly line: string };

/** Worked out once an article: a search goes over the whole history, and anyone may ask for any words. */
const findables = new WeakMap<Article, Findable>();

function findable(article: Article): Findable {
  const known = findables.get(article);
  if (known) return known;
  const keys = new Set(scopesOf(article).map(({ scope }) => scopeKey(scope)));
  const found = { keys, line: searchLine(article) };
  findables.set(article, found);
  return found;
}

/** Whether an article is wanted, by what it is in and says now. */
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
