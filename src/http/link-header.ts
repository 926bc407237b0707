import { archiveLinks, documentAddresses } from "../model/addresses.ts";
import type { Feed, FeedHead } from "../model/feed.ts";
import { FEED_FORM_NAMES, FEED_FORMS, type FeedForm } from "./representations.ts";

/** `Link` headers (RFC 8288): what a client may know without reading the body. */

/** What a feed says of itself: exactly one `self` and, where there is one, its hub (WebSub section 4). */
export function feedLinkHeader(feed: Feed, form: FeedForm): [string, string] {
  const { hub } = feed.publication;
  const self = documentAddresses(feed);
  const links = [
    link(self[form], { rel: "self", type: FEED_FORMS[form].mediaType }),
    ...(hub === undefined ? [] : [link(hub, { rel: "hub" })]),
    link(self.html, { rel: "alternate", type: "text/html" }),
    ...archiveLinks(feed).map(({ rel, addresses }) => link(addresses[form], { rel })),
  ];
  return ["Link", links.join(", ")];
}

/** Feed autodiscovery for those who ask with HEAD, the same as in the page's head. */
export function pageLinkHeader({ addresses }: FeedHead): [string, string] {
  const links = FEED_FORM_NAMES.map((form) =>
    link(addresses[form], { rel: "alternate", type: FEED_FORMS[form].mediaType, title: FEED_FORMS[form].title }),
  );
  return ["Link", links.join(", ")];
}

/** Addresses are in the URL Standard's normal form, which has no `<`, `>` or space; the parameters are words of our own. */
function link(address: string, parameters: Readonly<Record<string, string>>): string {
  const list = Object.entries(parameters).map(([name, value]) => `; ${name}="${value}"`);
  return `<${address}>${list.join("")}`;
}
