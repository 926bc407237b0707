import type { Article } from "../model/article.ts";
import type { Publication } from "../model/publication.ts";
import { tagUri } from "../model/tag-uri.ts";

/** The section of an article with its printed title; the slug stands in for a title the publication does not list. */
export function sectionOf(article: Article, publication: Publication): { slug: string; title: string } | undefined {
  const slug = article.section;
  if (slug === undefined) return undefined;
  return { slug, title: publication.sections.find((section) => section.slug === slug)?.title ?? slug };
}

/** What tells a section from a tag among the categories: RSS `domain`, Atom `scheme`. It names the list and is no page. */
export function sectionScheme(publication: Publication): string {
  return tagUri(publication.identity, "sections");
}
