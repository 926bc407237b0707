import { elements, parsePage } from "../../unit/render/html/parse-page.ts";

/** The addresses of feeds by their media type. */
export type DiscoveredFeeds = Readonly<Record<string, string>>;

/** A list of feeds (OPML) is an alternate too, but not a feed. */
const FEED_TYPE = /^application\/(?:rss\+xml|atom\+xml|feed\+json)$/;

/** The first feed of each type, which readers choose. */
function firstOfEach(feeds: readonly (readonly [type: string, address: string])[]): DiscoveredFeeds {
  return Object.fromEntries(feeds.filter(([type]) => FEED_TYPE.test(type)).toReversed());
}

/**
 * The feeds that a page names in its head: `<link rel="alternate">` with a media type, with addresses resolved as a
 * browser does.
 */
export function feedsInPage(html: string, page: string): DiscoveredFeeds {
  const links = elements(parsePage(html), "link").map(({ properties }) => properties);
  return firstOfEach(
    links
      .filter(({ rel, type }) => Array.isArray(rel) && rel.includes("alternate") && typeof type === "string")
      .map(({ type, href }) => [String(type), new URL(String(href), page).href] as const),
  );
}

/** The feeds that a Link header names (RFC 8288). */
export function feedsInHeader(header: string, page: string): DiscoveredFeeds {
  const links = [...header.matchAll(/<([^>]*)>((?:\s*;\s*[\w*-]+="[^"]*")*)/g)].map(([, target = "", rest = ""]) => ({
    target,
    parameters: Object.fromEntries([...rest.matchAll(/([\w*-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value])),
  }));
  return firstOfEach(
    links
      .filter(({ parameters }) => parameters.rel === "alternate")
      .map(({ target, parameters }) => [String(parameters.type), new URL(target, page).href] as const),
  );
}
