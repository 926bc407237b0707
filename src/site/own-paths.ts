import { SCOPE_FOLDERS } from "../model/scope.ts";
import {
  ARTICLES_PREFIX,
  ASSETS_PREFIX,
  ATOM_PATH,
  archivePrefix,
  CLOUD_PATH,
  DESK_PREFIX,
  FAVICON_PATH,
  FEEDS_PATH,
  FRONT_PATH,
  HEALTH_PATH,
  HUB_PATH,
  JSON_FEED_PATH,
  LICENCE_PATH,
  MEDIA_PREFIX,
  NEGOTIATED_PATH,
  NEWS_SITEMAP_PATH,
  OPML_PATH,
  PODCAST_PATH,
  ROBOTS_PATH,
  RSS_PATH,
  SCHEMAS_PREFIX,
  SEARCH_PATH,
  SITEMAP_PATH,
  SITEMAPS_PREFIX,
} from "./addresses.ts";

const FOLDERS = [
  ARTICLES_PREFIX,
  MEDIA_PREFIX,
  ASSETS_PREFIX,
  SITEMAPS_PREFIX,
  DESK_PREFIX,
  SCHEMAS_PREFIX,
  archivePrefix(1).replace(/(?<!\d)\d+$/, ""),
  ...Object.values(SCOPE_FOLDERS).map((folder) => `/${folder}/`),
];

const PATHS: ReadonlySet<string> = new Set([
  FRONT_PATH,
  NEGOTIATED_PATH,
  RSS_PATH,
  ATOM_PATH,
  JSON_FEED_PATH,
  PODCAST_PATH,
  FEEDS_PATH,
  SEARCH_PATH,
  OPML_PATH,
  SITEMAP_PATH,
  NEWS_SITEMAP_PATH,
  ROBOTS_PATH,
  FAVICON_PATH,
  LICENCE_PATH,
  HEALTH_PATH,
  HUB_PATH,
  CLOUD_PATH,
]);

/** Whether the service itself answers at this path, with or without a slash at the end. */
export function isOwnPath(pathname: string): boolean {
  const bare = pathname.replace(/(?<!\/)\/+$/, "") || FRONT_PATH;
  return PATHS.has(bare) || FOLDERS.some((folder) => `${bare}/`.startsWith(folder));
}
