import { MAX_NEWS_AGE, MAX_NEWS_ARTICLES, newsChanges, renderNewsSitemap } from "../render/news-sitemap.ts";
import { articlePages, FEEDS_FILE, feedPages, renderSitemap, renderSitemapIndex } from "../render/sitemap.ts";
import type { Listed, ListingSource } from "./listing.ts";

const mediaType = "application/xml";

/** Small publications have one file; large ones an index of files. */
export async function listSitemap({ store, now }: ListingSource): Promise<Listed> {
  const [catalogue, parts] = await Promise.all([store.catalogue(now), store.sitemapParts(now)]);
  if (parts.length > 1) return { text: renderSitemapIndex(catalogue, parts), mediaType };
  const articles = (await store.sitemapPart(1, now)) ?? [];
  return { text: renderSitemap([...feedPages(catalogue), ...articlePages(articles)]), mediaType };
}

/** A file of an index, where there is one. */
export async function listSitemapFile({ store, now, file }: ListingSource): Promise<Listed | undefined> {
  const parts = await store.sitemapParts(now);
  if (parts.length <= 1) return undefined;
  if (file === FEEDS_FILE) return { text: renderSitemap(feedPages(await store.catalogue(now))), mediaType };
  const part = parts.find(({ number }) => FEEDS_FILE + number === file);
  const articles = part && (await store.sitemapPart(part.number, now));
  return articles && { text: renderSitemap(articlePages(articles)), mediaType, modified: part.modified };
}

/** The newest article of two days ago is the last that dropped out, however long the publication has been silent since. */
export async function listNews({ store, version, now }: ListingSource): Promise<Listed> {
  const start = now - MAX_NEWS_AGE;
  const [publication, articles, [dropped]] = await Promise.all([
    store.publication(),
    store.recent(start + 1, MAX_NEWS_ARTICLES, now),
    store.recent(0, 1, start),
  ]);
  return { text: renderNewsSitemap(publication, articles), mediaType, ...newsChanges(version, articles, dropped) };
}
