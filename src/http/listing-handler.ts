import {
  FEEDS_PATH,
  LICENCE_PATH,
  NEWS_SITEMAP_PATH,
  OPML_PATH,
  ROBOTS_PATH,
  SITEMAP_PATH,
  SITEMAPS_PREFIX,
  sitemapPath,
} from "../model/addresses.ts";
import type { Catalogue } from "../model/catalogue.ts";
import { renderFeedsPage } from "../render/html/feeds-page.tsx";
import { newsChanges, renderNewsSitemap } from "../render/news-sitemap.ts";
import { renderOpml } from "../render/opml.ts";
import { renderRobots } from "../render/robots.ts";
import { RSL_MEDIA_TYPE, renderRsl } from "../render/rsl.ts";
import { renderSitemap, renderSitemapIndex, sitemapParts } from "../render/sitemap.ts";
import { answerProblem } from "./answer-problem.ts";
import { pageLinkHeader } from "./link-header.ts";
import { renderOnce } from "./render-once.ts";
import type { Rendered } from "./rendition.ts";
import { sendRendition } from "./respond.ts";
import { OPEN_TO_ALL, PAGE_SECURITY } from "./security-headers.ts";
import type { HttpContext, Service } from "./service.ts";

/** What is made of the whole catalogue; nothing where there is no such part of it. `part` is counted from 1. */
type Listing = (
  catalogue: Catalogue,
  now: number,
  part: number,
) => (Partial<Rendered> & Pick<Rendered, "text" | "mediaType">) | undefined;

/** To add a list of all there is, add a row. */
export const LISTINGS: Readonly<Record<string, Listing>> = {
  [FEEDS_PATH]: (catalogue) => ({
    text: renderFeedsPage(catalogue),
    mediaType: "text/html",
    headers: [
      pageLinkHeader([catalogue.everything.head], catalogue.everything.head.publication),
      ["Content-Language", catalogue.everything.head.publication.language],
    ],
  }),
  [OPML_PATH]: (catalogue) => ({ text: renderOpml(catalogue), mediaType: "text/x-opml" }),
  [SITEMAP_PATH]: (catalogue) => ({ text: firstSitemap(catalogue), mediaType: "application/xml" }),
  [`${SITEMAPS_PREFIX}:part{[1-9][0-9]{0,4}\\.xml}`]: (catalogue, _, part) => {
    const parts = sitemapParts(catalogue);
    const pages = parts.length > 1 ? parts[part - 1] : undefined;
    return pages && { text: renderSitemap(pages), mediaType: "application/xml" };
  },
  [NEWS_SITEMAP_PATH]: (catalogue, now) => ({
    text: renderNewsSitemap(catalogue, now),
    mediaType: "application/xml",
    ...newsChanges(catalogue, now),
  }),
  [ROBOTS_PATH]: (catalogue) => ({
    text: renderRobots(catalogue.everything.head.publication),
    mediaType: "text/plain",
    ...ofSettings(catalogue),
  }),
  [LICENCE_PATH]: (catalogue) => {
    const { rsl } = catalogue.everything.head.publication;
    return rsl && { text: renderRsl(rsl), mediaType: RSL_MEDIA_TYPE, ...ofSettings(catalogue) };
  },
};

/** Of what no article has a part in. */
function ofSettings({ settingsModified }: Catalogue): Pick<Rendered, "modified" | "validUntil"> {
  return { modified: settingsModified, validUntil: undefined };
}

/** Small publications have one file; large ones an index of files. */
function firstSitemap(catalogue: Catalogue): string {
  const parts = sitemapParts(catalogue);
  const { address } = catalogue.everything.head.publication;
  return parts.length === 1
    ? renderSitemap(parts[0] ?? [])
    : renderSitemapIndex(parts, (part) => address + sitemapPath(part));
}

export async function answerListing(
  service: Service,
  context: HttpContext,
  pattern: string,
  listing: Listing,
): Promise<Response> {
  const request = context.req.raw;
  const now = service.now();
  const { origin, store } = service.shelfFor(request.url);
  const part = Number.parseInt(context.req.param("part") ?? "1", 10);
  const rendition = await renderOnce(service, context, `${pattern} ${part} ${origin}`, now, async () => {
    const catalogue = await store.catalogue(now);
    const { modified, validUntil } = catalogue;
    const listed = listing(catalogue, now, part);
    return listed && { modified, validUntil, ...listed };
  });
  if (!rendition) return answerProblem(service, context, { kind: "not-found" });
  const isPage = rendition.contentType.startsWith("text/html");
  const { feedMaxAge, pageMaxAge } = service.config;
  const sending = {
    caching: { kind: "public", seconds: isPage ? pageMaxAge : feedMaxAge },
    vary: "Accept-Encoding",
    headers: isPage ? PAGE_SECURITY : OPEN_TO_ALL,
  } as const;
  return sendRendition(request, rendition, sending, now);
}
