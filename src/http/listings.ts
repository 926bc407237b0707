import { renderFeedsPage } from "../render/html/pages/feeds-page.tsx";
import { renderOpml } from "../render/opml.ts";
import { renderRobots } from "../render/robots.ts";
import { RSL_MEDIA_TYPE, renderRsl } from "../render/rsl.ts";
import {
  FEEDS_PATH,
  LICENCE_PATH,
  NEWS_SITEMAP_PATH,
  OPML_PATH,
  ROBOTS_PATH,
  SITEMAP_PATH,
  SITEMAPS_PREFIX,
} from "../site/addresses.ts";
import { pageLinkHeader } from "./link-header.ts";
import type { Listed, Listing, ListingSource } from "./listing.ts";
import { listNews, listSitemap, listSitemapFile } from "./sitemap-listings.ts";

/** To add a list of all there is, add a row. */
export const LISTINGS: Readonly<Record<string, Listing>> = {
  [FEEDS_PATH]: async ({ store, now }) => {
    const catalogue = await store.catalogue(now);
    const { head } = catalogue.everything;
    return {
      text: renderFeedsPage(catalogue),
      mediaType: "text/html",
      headers: [pageLinkHeader([head], head.publication), ["Content-Language", head.publication.language]],
    };
  },
  [OPML_PATH]: async ({ store, now }) => ({ text: renderOpml(await store.catalogue(now)), mediaType: "text/x-opml" }),
  [SITEMAP_PATH]: listSitemap,
  [`${SITEMAPS_PREFIX}:file{[1-9][0-9]{0,4}\\.xml}`]: listSitemapFile,
  [NEWS_SITEMAP_PATH]: listNews,
  [ROBOTS_PATH]: async (source) => ({
    text: renderRobots(await source.store.publication()),
    mediaType: "text/plain",
    ...(await ofPublication(source)),
  }),
  [LICENCE_PATH]: async (source) => {
    const { rsl } = await source.store.publication();
    return rsl && { text: renderRsl(rsl), mediaType: RSL_MEDIA_TYPE, ...(await ofPublication(source)) };
  },
};

/** Of what no article has a part in. */
async function ofPublication({ store, now }: ListingSource): Promise<Pick<Listed, "modified" | "validUntil">> {
  return { modified: await store.publicationModified(now), validUntil: undefined };
}
