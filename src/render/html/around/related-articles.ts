import type { ArticleHead } from "../../../model/article.ts";
import { nameSlug } from "../../../model/scope.ts";
import { instantOf } from "../../../model/timestamp.ts";

/** How many related articles a page lists at most. */
const MAX_RELATED = 3;

/** What counts for a relation, the most first. */
const LINK = 12;
const TAG = 4;
const SECTION = 1;
/** The days after which a relation counts half. */
const HALF_LIFE = 30;
const DAY = 86_400_000;

/**
 * The articles that are most related to one: a link between the two counts most, then each common tag, then the
 * section. Each counts less the further apart the two were published. An article with none of these is not related.
 */
export function relatedArticles(article: ArticleHead, candidates: readonly ArticleHead[]): readonly ArticleHead[] {
  const tags = new Set(article.tags.map(nameSlug));
  const links = linksOf(article);
  const published = instantOf(article.published);
  return candidates
    .map((candidate) => {
      const common = [...new Set(candidate.tags.map(nameSlug))].filter((tag) => tags.has(tag)).length;
      const linked = Number(links.has(candidate.url)) + Number(linksOf(candidate).has(article.url));
      const isOfSection = article.section !== undefined && candidate.section === article.section;
      const days = Math.abs(instantOf(candidate.published) - published) / DAY;
      const weight = LINK * linked + TAG * common + SECTION * Number(isOfSection);
      return { candidate, score: weight / (1 + days / HALF_LIFE), days };
    })
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.days - b.days || (a.candidate.id < b.candidate.id ? -1 : 1))
    .slice(0, MAX_RELATED)
    .map(({ candidate }) => candidate);
}

function linksOf({ related }: Pick<ArticleHead, "related">): ReadonlySet<string> {
  return new Set(related.flatMap(({ url }) => url ?? []));
}
