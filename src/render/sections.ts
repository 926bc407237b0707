import type { Article } from "../model/article.ts";
import type { Publication } from "../model/publication.ts";
import { tagUri } from "../model/tag-uri.ts";

/** The title of a section. Returns the slug if the publication does not list the section. */
export function sectionTitle(slug: string, { sections }: Publication): string {
  return sections.find((section) => section.slug === slug)?.title ?? slug;
}

/** The section of an article. Returns undefined if the article has none. */
export function sectionOf(
  { section: slug }: Article,
  publication: Publication,
): { slug: string; title: string } | undefined {
  return slug === undefined ? undefined : { slug, title: sectionTitle(slug, publication) };
}

/**
 * The URI that marks a category as a section and not a tag: RSS `domain`, Atom `scheme`. It is a name; there is no page
 * at it.
 */
export function sectionScheme(publication: Publication): string {
  return tagUri(publication.identity, "sections");
}
