import type { FeedHead } from "../model/feed.ts";
import { FEED_FORM_NAMES, FEED_FORMS, type FeedForm } from "./representations.ts";

/** `Link` headers (RFC 8288): what a client may know without reading the body. */

/** What a feed says of itself: exactly one `self` and, where there is one, its hub (WebSub section 4). */
export function feedLinkHeader({ addresses, publication }: FeedHead, form: FeedForm): [string, string] {
  const links = [
    link(addresses[form], { rel: "self", type: FEED_FORMS[form].mediaType }),
    ...(publication.hub === undefined ? [] : [link(publication.hub, { rel: "hub" })]),
    link(addresses.html, { rel: "alternate", type: "text/html" }),
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
