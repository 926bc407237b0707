import type { FeedHead } from "../model/feed.ts";
import type { ScopeKind } from "../model/scope.ts";
import { ALL } from "../model/selection.ts";
import { renderArchivesPage, renderMonthPage } from "../render/html/pages/archives-page.tsx";
import { renderFeedsPage } from "../render/html/pages/feeds-page.tsx";
import { renderIndexPage } from "../render/html/pages/index-page.tsx";
import { feedsOfList } from "../render/html/parts/alternates.tsx";
import { PAGE_PARAMETER } from "../render/html/parts/page-of-list.ts";
import { MAX_NEWS_AGE, MAX_NEWS_ARTICLES, newsChanges, renderNewsSitemap } from "../render/news-sitemap.ts";
import { renderOpml } from "../render/opml.ts";
import { renderRobots } from "../render/robots.ts";
import { RSL_MEDIA_TYPE, renderRsl } from "../render/rsl.ts";
import {
  articlePages,
  FEEDS_FILE,
  feedPages,
  otherPages,
  renderSitemap,
  renderSitemapIndex,
} from "../render/sitemap.ts";
import {
  ARCHIVES_PATH,
  AUTHORS_PATH,
  FEEDS_PATH,
  LICENCE_PATH,
  NEWS_SITEMAP_PATH,
  OPML_PATH,
  ROBOTS_PATH,
  SECTIONS_PATH,
  SITEMAP_PATH,
  SITEMAPS_PREFIX,
  TAGS_PATH,
} from "../site/addresses.ts";
import type { ArticleStore, CatalogueVersion } from "../store/article-store.ts";
import { sendAndRemember } from "./door/send-and-remember.ts";
import { pageLinkHeader } from "./link-header.ts";
import { pageNumberOf } from "./page-number.ts";
import { answerProblem } from "./problems.ts";
import type { Rendered } from "./representation/representation.ts";
import { cachedOrRendered } from "./representation/representation-cache.ts";
import { OPEN_TO_ALL, pageSecurity } from "./security-headers.ts";
import type { HttpContext, Service } from "./service.ts";
import { storeForPages } from "./store-for-pages.ts";

/** What a listing is made from. */
type ListingSource = {
  readonly store: ArticleStore;
  /** The version of the catalogue, which changes with everything that can be listed. */
  readonly version: CatalogueVersion;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The number of the file in the address, counted from 1. */
  readonly file: number;
  /** The month in the address, `YYYY-MM`. */
  readonly month: string;
  /** The number of the page in the query, counted from 1. */
  readonly page: number;
};

/** A rendered listing. If `modified` and `validUntil` are missing, those of the catalogue apply. */
type Listed = Partial<Rendered> & Pick<Rendered, "text" | "mediaType">;

/** Loads what a listing needs and renders it. Returns undefined if the listing does not exist. */
type Listing = (source: ListingSource) => Promise<Listed | undefined>;

/** The listings of feeds, pages and terms, by the pattern of their path. To add a listing, add a row. */
export const LISTINGS: Readonly<Record<string, Listing>> = {
  [FEEDS_PATH]: async ({ store, now }) => {
    const catalogue = await store.catalogue(now);
    return pageListing(renderFeedsPage(catalogue), catalogue.everything.head);
  },
  [SECTIONS_PATH]: listIndex("section"),
  [TAGS_PATH]: listIndex("tag"),
  [AUTHORS_PATH]: listIndex("author"),
  [ARCHIVES_PATH]: async ({ store, now }) => {
    const [head, months] = await Promise.all([store.head(ALL, now), store.months(now)]);
    return head && pageListing(renderArchivesPage(head, months), head);
  },
  [`${ARCHIVES_PATH}:month{[0-9]{4}-(?:0[1-9]|1[0-2])}/`]: async ({ store, now, month, page }) => {
    const [head, articles] = await Promise.all([store.head(ALL, now), store.month(month, now)]);
    const text = head && renderMonthPage(head, { month, articles, number: page });
    return head && text !== undefined ? pageListing(text, head) : undefined;
  },
  [OPML_PATH]: async ({ store, now }) => ({ text: renderOpml(await store.catalogue(now)), mediaType: "text/x-opml" }),
  [SITEMAP_PATH]: listSitemap,
  [`${SITEMAPS_PREFIX}:file{[1-9][0-9]{0,4}\\.xml}`]: listSitemapFile,
  [NEWS_SITEMAP_PATH]: listNews,
  [ROBOTS_PATH]: async (source) => ({
    text: renderRobots(await source.store.publication()),
    mediaType: "text/plain",
    ...(await changesOfPublication(source)),
  }),
  [LICENCE_PATH]: async (source) => {
    const { rsl } = await source.store.publication();
    return rsl && { text: renderRsl(rsl), mediaType: RSL_MEDIA_TYPE, ...(await changesOfPublication(source)) };
  },
};

/** The page of the sections, tags or authors. */
function listIndex(kind: ScopeKind): Listing {
  return async ({ store, now }) => {
    const catalogue = await store.catalogue(now);
    return pageListing(renderIndexPage(catalogue, kind), catalogue.everything.head);
  };
}

function pageListing(text: string, head: FeedHead): Listed {
  const { publication } = head;
  return {
    text,
    mediaType: "text/html",
    headers: [pageLinkHeader(feedsOfList(head), publication), ["Content-Language", publication.language]],
  };
}

/** `modified` and `validUntil` of listings that contain no articles. */
async function changesOfPublication({ store, now }: ListingSource): Promise<Pick<Listed, "modified" | "validUntil">> {
  return { modified: await store.publicationModified(now), validUntil: undefined };
}

const SITEMAP_MEDIA_TYPE = "application/xml";

/** The sitemap. A large publication has an index of files instead of one file. */
async function listSitemap({ store, now }: ListingSource): Promise<Listed> {
  const [{ catalogue, pages, modified }, parts] = await Promise.all([siteOf(store, now), store.sitemapParts(now)]);
  const listed = { mediaType: SITEMAP_MEDIA_TYPE, modified };
  if (parts.length > 1) return { ...listed, text: renderSitemapIndex(catalogue, pages, parts) };
  const articles = (await store.sitemapPart(1, now)) ?? [];
  return { ...listed, text: renderSitemap([...pages, ...articlePages(articles)]) };
}

/** The pages that are not articles: those of feeds, and those beside the articles. */
async function siteOf(store: ArticleStore, now: number) {
  const [catalogue, others, facts] = await Promise.all([store.catalogue(now), store.pages(now), store.pageFacts(now)]);
  const pages = [...feedPages(catalogue), ...otherPages(others, catalogue)];
  // The facts change with the number of pages.
  const changes = others.length === 0 && facts.listKey === "" ? [] : [facts.modified];
  return {
    catalogue,
    pages,
    modified: Math.max(catalogue.modified, ...changes, ...others.map((page) => page.modified)),
  };
}

/** One file of the index. Returns undefined if there is no index, or no such file in it. */
async function listSitemapFile({ store, now, file }: ListingSource): Promise<Listed | undefined> {
  const parts = await store.sitemapParts(now);
  if (parts.length <= 1) return undefined;
  if (file === FEEDS_FILE) {
    const { pages, modified } = await siteOf(store, now);
    return { text: renderSitemap(pages), mediaType: SITEMAP_MEDIA_TYPE, modified };
  }
  const part = parts.find(({ number }) => FEEDS_FILE + number === file);
  const articles = part && (await store.sitemapPart(part.number, now));
  if (!articles) return undefined;
  return {
    text: renderSitemap(articlePages(articles)),
    mediaType: SITEMAP_MEDIA_TYPE,
    modified: part.modified,
  };
}

/**
 * The sitemap of recent news. The list also changes when an article gets too old for it. The last one that did so is
 * the newest article of two days ago, even if nothing has been published since.
 */
async function listNews({ store, version, now }: ListingSource): Promise<Listed> {
  const start = now - MAX_NEWS_AGE;
  const [publication, articles, [dropped]] = await Promise.all([
    store.publication(),
    store.recent(start + 1, MAX_NEWS_ARTICLES, now),
    store.recent(0, 1, start),
  ]);
  const text = renderNewsSitemap(publication, articles);
  return { text, mediaType: SITEMAP_MEDIA_TYPE, ...newsChanges(version, articles, dropped) };
}

export async function answerListing(
  service: Service,
  context: HttpContext,
  pattern: string,
  listing: Listing,
): Promise<Response> {
  const now = service.now();
  const { origin, store } = service.siteFor(context.req.raw.url);
  const file = Number.parseInt(context.req.param("file") ?? "1", 10);
  const month = context.req.param("month") ?? "";
  const query = context.req.query(PAGE_PARAMETER);
  const page = pageNumberOf(query);
  if (page === undefined) return answerProblem(service, context, { kind: "not-found" });
  const [version, facts] = await Promise.all([store.catalogueVersion(now), store.pageFacts(now)]);
  const key = [pattern, file, month, ...(page > 1 ? [page] : []), version.key, facts.key, facts.listKey, origin].join(
    " ",
  );
  const representation = await cachedOrRendered(service, context, key, now, async () => {
    const listed = await listing({ store: storeForPages(store, facts), version, now, file, month, page });
    if (!listed) return undefined;
    const isPage = listed.mediaType === "text/html";
    const modified = isPage ? Math.max(version.modified, facts.modified) : version.modified;
    return { modified, validUntil: version.validUntil, ...listed };
  });
  if (!representation) return answerProblem(service, context, { kind: "not-found" });
  const isPage = representation.contentType.startsWith("text/html");
  const { feedMaxAge, pageMaxAge } = service.config;
  const options = {
    caching: { kind: "public", seconds: isPage ? pageMaxAge : feedMaxAge },
    vary: "Accept-Encoding",
    headers: isPage ? pageSecurity(await store.publication(), { hasScript: pattern === FEEDS_PATH }) : OPEN_TO_ALL,
  } as const;
  const isCurrent = async (later: number) => {
    const [present, look] = await Promise.all([store.catalogueVersion(later), store.pageFacts(later)]);
    return present.key === version.key && look.key === facts.key && look.listKey === facts.listKey;
  };
  return sendAndRemember(service, context, { representation, key, options, store, isCurrent }, now);
}
