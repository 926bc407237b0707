import type { Publication } from "./publication.ts";

/** The facts of a publication that only its pages show. */
export const PAGE_FACTS = ["theme", "authors", "social", "timeZone", "publishedWith"] as const;
type PageFact = (typeof PAGE_FACTS)[number];

/** The facts that feeds are made from: a change of the others changes no feed. */
export function withoutPageFacts(publication: Publication): Omit<Publication, PageFact> {
  const { theme: _, authors: __, social: ___, timeZone: ____, publishedWith: _____, ...rest } = publication;
  return rest;
}

/** The facts that only pages show, or undefined if the publication has none. */
export function pageFactsOf(publication: Publication): Partial<Pick<Publication, PageFact>> | undefined {
  const given = PAGE_FACTS.flatMap((name) => (publication[name] === undefined ? [] : [[name, publication[name]]]));
  return given.length === 0 ? undefined : Object.fromEntries(given);
}
