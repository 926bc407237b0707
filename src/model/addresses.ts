/**
 * Every public path, named once. Renderers and authoring build addresses from these; `http/routes.ts` mounts the same ones.
 *
 * A build does not know where the service will be reached (under `wrangler dev` the port is anyone's), so it writes addresses below
 * a host that can never exist (RFC 6761 section 6.4), and the store puts the real one in when it opens the content.
 */
export const OWN_ORIGIN = "https://own-address.dateline.invalid";

export const FRONT_PATH = "/";
export const NEGOTIATED_PATH = "/feed";
export const RSS_PATH = "/rss.xml";
export const ATOM_PATH = "/atom.xml";
export const JSON_FEED_PATH = "/feed.json";
export const HEALTH_PATH = "/healthz";
export const ARTICLES_PREFIX = "/articles/";
export const MEDIA_PREFIX = "/media/";
export const ASSETS_PREFIX = "/assets/";

/** The path of an article's page; the slug may be in any script. */
export function articlePath(slug: string): string {
  return ARTICLES_PREFIX + encodeURIComponent(slug);
}

/** The path of a media file below a hash of its content, so that it can be cached for good. */
export function mediaPath(hash: string, name: string): string {
  return `${MEDIA_PREFIX}${hash}/${encodeURIComponent(name)}`;
}
