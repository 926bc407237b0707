import type { AttributeValues } from "../syntax/xml/write-xml.ts";

/**
 * XML namespaces, by the prefix that their standard uses; those of sitemaps and of a licence are default namespaces.
 */
export const NAMESPACES = {
  /** RFC 4287. */
  atom: "http://www.w3.org/2005/Atom",
  /** Deleted entries (RFC 6721 section 3). */
  at: "http://purl.org/atompub/tombstones/1.0",
  /** Dublin Core, for what RSS and Atom have no element of their own. */
  dc: "http://purl.org/dc/elements/1.1/",
  /** Feed Paging and Archiving (RFC 5005). */
  fh: "http://purl.org/syndication/history/1.0",
  itunes: "http://www.itunes.com/dtds/podcast-1.0.dtd",
  media: "http://search.yahoo.com/mrss/",
  news: "http://www.google.com/schemas/sitemap-news/0.9",
  podcast: "https://podcastindex.org/namespace/1.0",
  /** Podlove Simple Chapters. */
  psc: "http://podlove.org/simple-chapters",
  rsl: "https://rslstandard.org/rsl",
  sitemap: "http://www.sitemaps.org/schemas/sitemap/0.9",
} as const;

type Prefix = keyof typeof NAMESPACES;

/** The `xmlns:` attributes for these prefixes. A prefix that is `false` is left out. */
export function declareNamespaces(...prefixes: readonly (Prefix | false)[]): AttributeValues {
  const used = prefixes.filter((prefix) => prefix !== false);
  return Object.fromEntries(used.map((prefix) => [`xmlns:${prefix}`, NAMESPACES[prefix]]));
}
