import { elements, parsePage } from "../../unit/render/html/parse-page.ts";

/** Where a feed is, by what kind it is said to be. */
export type DiscoveredFeeds = Readonly<Record<string, string>>;

/** A list of feeds (OPML) is an alternate too, and no feed. */
const FEED_TYPE = /^application\/(?:rss\+xml|atom\+xml|feed\+json)$/;

/** The first of each kind, as readers take them. */
function firstOfEach(feeds: readonly (readonly [type: string, address: string])[]): DiscoveredFeeds {
  return Object.fromEntries(feeds.filter(([type]) => FEED_TYPE.test(type)).toReversed());
}

/** The feeds a page names in its head: `<link rel="alternate">` with a media type, addresses resolved as a browser does. */
export function feedsInPage(html: string, page: string): DiscoveredFeeds {
  const links = elements(parsePage(html), "link").map(({ properties }) => properties);
  return firstOfEach(
    links
      .filter(({ rel, type }) => Array.isArray(rel) && rel.includes("alternate") && typeof type === "string")
      .map(({ type, href }) => [String(type), new URL(String(href), page).href] as const),
  );
}

/** The same from the header (RFC 8288). */
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
