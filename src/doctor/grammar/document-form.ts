import type { Place } from "./grammar-fault.ts";

/** The outermost element. */
export function rootOf(place: Place): Place {
  let outermost = place;
  while (outermost.parent) outermost = outermost.parent;
  return outermost;
}

/** RSS 0.90, 1.0 and 1.1, where properties are written as RDF. */
export function isInRdf(place: Place): boolean {
  const { name } = rootOf(place);
  return name === "rdf:RDF" || name === "rss11:Channel";
}

export function isInRss2(place: Place): boolean {
  return rootOf(place).name === "rss";
}
