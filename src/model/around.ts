import type { Article, ArticleHead } from "./article.ts";

/** What lies before or after an article: an article, or the archive of all articles that begins or ends with it. */
export type Neighbour =
  | { readonly kind: "article"; readonly article: Pick<Article, "title" | "url" | "language"> }
  | { readonly kind: "archive"; readonly number: number };

/**
 * What is around an article in the history of everything.
 *
 * - `candidates` are the articles of its division, or of the newest two divisions if it is in one of these, without the
 *   article itself, in the order in which they entered. They are public.
 * - `previous` is the next older one, and `next` is the next newer one.
 * - `validUntil` is when the clock alone changes any of this, in milliseconds since the epoch.
 */
export type Around = {
  readonly candidates: readonly ArticleHead[];
  readonly previous?: Neighbour;
  readonly next?: Neighbour;
  readonly validUntil?: number;
};

/** An article that nothing is known to be around, as in the preview of the desk. */
export const ALONE: Around = { candidates: [] };

/**
 * What is around the article with this id.
 *
 * @param articles the public articles of its divisions, in the order in which they entered
 * @param archives the numbers of the archives before and after these articles
 */
export function aroundArticle(
  articles: readonly ArticleHead[],
  id: string,
  archives: { readonly older?: number | undefined; readonly newer?: number | undefined },
): Pick<Around, "candidates" | "previous" | "next"> {
  const index = articles.findIndex((article) => article.id === id);
  const neighbour = (article: ArticleHead | undefined, archive: number | undefined): Neighbour | undefined => {
    if (article) return { kind: "article", article };
    return archive === undefined ? undefined : { kind: "archive", number: archive };
  };
  const previous = index < 0 ? undefined : neighbour(articles[index - 1], archives.older);
  const next = index < 0 ? undefined : neighbour(articles[index + 1], archives.newer);
  return {
    candidates: articles.filter((article) => article.id !== id),
    ...(previous && { previous }),
    ...(next && { next }),
  };
}
