import type { Publication } from "../model/publication.ts";
import { NEWS_SITEMAP_PATH, SITEMAP_PATH } from "../site/addresses.ts";
import { rslLink } from "./rsl.ts";

/**
 * Robots Exclusion Protocol (RFC 9309). Every robot may read everything, and the file lists the sitemaps.
 *
 * Filtered addresses (`?q=`) are not disallowed. A crawler sees the `noindex` of their pages only if it may fetch them,
 * and a feed reader that obeys this file must be able to fetch a filtered feed.
 *
 * The licence is outside any group, so that it applies to all robots (RSL 1.0 section 4.4).
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
