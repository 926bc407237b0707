import type { Publication } from "../model/publication.ts";
import { NEWS_SITEMAP_PATH, SITEMAP_PATH } from "../site/addresses.ts";
import { rslLink } from "./rsl.ts";

/**
 * Robots Exclusion Protocol (RFC 9309): everyone may read everything, and here is where it all stands. Filtered addresses (`?q=`) are not shut off:
 * their pages ask not to be indexed, which is only read by who may come in, and a feed reader that heeds this file must reach a filtered feed.
 * The terms stand outside any group, where they are for all (RSL 1.0 section 4.4).
 */
export function renderRobots(publication: Publication): string {
  const { address } = publication;
  const terms = rslLink(publication);
  const parts = [
    ...(terms ? [`License: ${terms.href}\n`] : []),
    "User-agent: *\nDisallow:\n",
    `Sitemap: ${address}${SITEMAP_PATH}\nSitemap: ${address}${NEWS_SITEMAP_PATH}\n`,
  ];
  return parts.join("\n");
}
