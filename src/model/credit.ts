import type { Agency, Article, Person } from "../model/article.ts";

/**
 * Who a feed names as the authors of an article: its byline, or the agency where no one signed. Empty where there is neither: then the
 * feed's own authors apply (RFC 4287 section 4.2.1, JSON Feed 1.1 "authors").
 */
export function authorsOf(article: Article): readonly Person[] {
  if (article.byline.length > 0) return article.byline;
  return article.agency ? [article.agency] : [];
}

/** The agency, where it has a part beside the authors. */
export function contributingAgency(article: Article): Agency | undefined {
  return article.byline.length > 0 ? article.agency : undefined;
}
