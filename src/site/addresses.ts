import { SCOPE_FOLDERS, type Scope } from "../model/scope.ts";

/**
 * Every public path. The renderers and the compiler build addresses from them, and `http/routes.ts` answers at them.
 */

/**
 * The origin of our own addresses in compiled and stored content. The real origin is not known then: under
 * `wrangler dev` the port can be any. The host can never exist (RFC 6761 section 6.4). `public-origin.ts` exchanges it
 * for the real one when the store opens the content.
 */
export const PLACEHOLDER_ORIGIN = "https://own-address.dateline.invalid";

export const FRONT_PATH = "/";
export const NEGOTIATED_PATH = "/feed";
export const RSS_PATH = "/rss.xml";
export const ATOM_PATH = "/atom.xml";
export const JSON_FEED_PATH = "/feed.json";
export const PODCAST_PATH = "/podcast.xml";
export const FEEDS_PATH = "/feeds";
export const SEARCH_PATH = "/search";
/** The index pages: every section, tag and author that has articles, and the months in which articles came out. */
export const SECTIONS_PATH = "/sections/";
export const TAGS_PATH = "/tags/";
export const AUTHORS_PATH = "/authors/";
export const ARCHIVES_PATH = "/archives/";
export const OPML_PATH = "/feeds.opml";
export const SITEMAP_PATH = "/sitemap.xml";
export const SITEMAPS_PREFIX = "/sitemaps/";
export const NEWS_SITEMAP_PATH = "/news-sitemap.xml";
export const ROBOTS_PATH = "/robots.txt";
export const FAVICON_PATH = "/favicon.ico";
export const LICENCE_PATH = "/license.xml";
export const HEALTH_PATH = "/healthz";
export const ARTICLES_PREFIX = "/articles/";
export const MEDIA_PREFIX = "/media/";
export const ASSETS_PREFIX = "/assets/";
/** In a newsroom only: the desk, and the JSON Schema of the articles that it accepts. */
export const DESK_PREFIX = "/desk/";
export const SCHEMAS_PREFIX = "/schemas/";
/** In a newsroom only: where clients subscribe to changes, with WebSub and with rssCloud. */
export const HUB_PATH = "/hub";
export const CLOUD_PATH = "/cloud/please-notify";

/** The path of the page of an article. The slug may be in any script. */
export function articlePath(slug: string): string {
  return ARTICLES_PREFIX + encodeURIComponent(slug);
}

/** The path of a page beside the articles. The slug may be in any script. */
export function pagePath(slug: string): string {
  return `/${encodeURIComponent(slug)}`;
}

/** The path of a media file. It contains a hash of the content, so caches may store the file for good. */
export function mediaPath(hash: string, name: string): string {
  return `${MEDIA_PREFIX}${hash}/${encodeURIComponent(name)}`;
}

/** The path of one file of a sitemap that has several. Files are counted from 1. */
export function sitemapPath(file: number): string {
  return `${SITEMAPS_PREFIX}${file}.xml`;
}

/**
 * The first part of the paths of the feeds of a scope: empty for everything, `/tags/web-standards` for a tag. A podcast
 * is beside the feeds of the articles that its episodes are of.
 */
export function scopePrefix(scope: Scope): string {
  if (scope.kind === "everything") return "";
  if (scope.kind !== "podcast") return `/${SCOPE_FOLDERS[scope.kind]}/${encodeURIComponent(scope.slug)}`;
  return scope.section === undefined ? "" : scopePrefix({ kind: "section", slug: scope.section });
}

/** The path of the page that lists the articles of a month. @param month `YYYY-MM`, in UTC */
export function monthPath(month: string): string {
  return `${ARCHIVES_PATH}${month}/`;
}

/** The second part of the paths of an archive document. Archives are numbered from 1, which is the oldest. */
export function archivePrefix(number: number): string {
  return `/archives/${number}`;
}
