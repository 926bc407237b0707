import type { Feed, FeedAddresses } from "../model/feed.ts";
import { SCOPE_FOLDERS, type Scope } from "../model/scope.ts";
import { type Selection, selectionQuery } from "../model/selection.ts";

/**
 * Every public path, named once. Renderers and authoring build addresses from these; `http/routes.ts` mounts the same ones.
 *
 * A build does not know where the service will be reached (under `wrangler dev` the port is anyone's), so it writes addresses below
 * a host that can never exist (RFC 6761 section 6.4), and the store puts the real one in when it opens the content.
 */
export const PLACEHOLDER_ORIGIN = "https://own-address.dateline.invalid";

export const FRONT_PATH = "/";
export const NEGOTIATED_PATH = "/feed";
export const RSS_PATH = "/rss.xml";
export const ATOM_PATH = "/atom.xml";
export const JSON_FEED_PATH = "/feed.json";
export const FEEDS_PATH = "/feeds";
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
/** What a newsroom has beside: the desk, and the schema of what it takes. */
export const DESK_PREFIX = "/desk/";
export const SCHEMAS_PREFIX = "/schemas/";
/** Where the newsroom is asked to tell of changes: its WebSub hub, and the same for rssCloud. */
export const HUB_PATH = "/hub";
export const CLOUD_PATH = "/cloud/please-notify";

/** The path of an article's page; the slug may be in any script. */
export function articlePath(slug: string): string {
  return ARTICLES_PREFIX + encodeURIComponent(slug);
}

/** The path of a media file below a hash of its content, so that it can be cached for good. */
export function mediaPath(hash: string, name: string): string {
  return `${MEDIA_PREFIX}${hash}/${encodeURIComponent(name)}`;
}

/** The path of a file of the sitemap, where it has more than one. Files are counted from 1. */
export function sitemapPath(file: number): string {
  return `${SITEMAPS_PREFIX}${file}.xml`;
}

/** What stands before the paths of a scope's feeds: nothing for everything, `/tags/web-standards` for a tag. */
export function scopePrefix(scope: Scope): string {
  return scope.kind === "everything" ? "" : `/${SCOPE_FOLDERS[scope.kind]}/${encodeURIComponent(scope.slug)}`;
}

/** What stands before the paths of an archive document, behind the scope's prefix. Archives are numbered from the oldest, which is 1. */
export function archivePrefix(number: number): string {
  return `/archives/${number}`;
}

/** The addresses of a selection's feed in its four forms, or of one of its archives. */
export function feedAddresses(origin: string, selection: Selection, archive?: number): FeedAddresses {
  const prefix = origin + scopePrefix(selection.scope) + (archive === undefined ? "" : archivePrefix(archive));
  const query = selectionQuery(selection);
  return {
    html: prefix + FRONT_PATH + query,
    rss: prefix + RSS_PATH + query,
    atom: prefix + ATOM_PATH + query,
    json: prefix + JSON_FEED_PATH + query,
  };
}

/** The addresses of the very document that a feed is. */
export function documentAddresses({ addresses, publication, selection, place: { document } }: Feed): FeedAddresses {
  return document.kind === "current" ? addresses : feedAddresses(publication.address, selection, document.number);
}

/** The documents beside this one, under the names RFC 5005 section 4 gives the links to them. */
export function archiveLinks({ addresses, publication, selection, place }: Feed) {
  const archive = (number: number) => feedAddresses(publication.address, selection, number);
  return [
    ...(place.document.kind === "archive" ? [{ rel: "current", addresses }] : []),
    ...(place.previous === undefined ? [] : [{ rel: "prev-archive", addresses: archive(place.previous) }]),
    ...(place.next === undefined ? [] : [{ rel: "next-archive", addresses: archive(place.next) }]),
  ] as const;
}
