import type { Agency, Article, Person } from "./article.ts";

/**
 * The authors of an article in a feed: its byline, or the agency if it has no byline. If there is neither, the list is
 * empty and the authors of the feed apply (RFC 4287 section 4.2.1, JSON Feed 1.1 "authors").
 */
export function authorsOf(article: Pick<Article, "byline" | "agency">): readonly Person[] {
  if (article.byline.length > 0) return article.byline;
  return article.agency ? [article.agency] : [];
}

/** The agency if the article also has a byline. An agency without a byline is an author. */
export function contributingAgency(article: Article): Agency | undefined {
  return article.byline.length > 0 ? article.agency : undefined;
}
