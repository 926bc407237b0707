import { NEWS_SITEMAP_PATH, SITEMAP_PATH } from "../model/addresses.ts";
import type { Publication } from "../model/publication.ts";

/** Robots Exclusion Protocol (RFC 9309): everyone may read everything, and here is where it all stands. */
export function renderRobots({ address }: Publication): string {
  return `User-agent: *\nDisallow:\n\nSitemap: ${address}${SITEMAP_PATH}\nSitemap: ${address}${NEWS_SITEMAP_PATH}\n`;
}
