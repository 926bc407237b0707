import type { Publication } from "../../../model/publication.ts";

/** What the publication calls the section; its slug where it is not listed. */
export function sectionTitle(slug: string, publication: Publication): string {
  return publication.sections.find((section) => section.slug === slug)?.title ?? slug;
}
