import type { Feed } from "../model/feed.ts";
import type { Publication } from "../model/publication.ts";
import { FEED_FORMATS, type FeedFormat } from "../render/formats.ts";
import { type Discoverable, type PageLink, pageLinks } from "../render/html/parts/alternates.tsx";
import { rslLink } from "../render/rsl.ts";
import { archiveLinks, documentAddresses, pushAddresses } from "../site/feed-links.ts";
import { formatLink } from "../syntax/link-header.ts";

/** `Link` headers (RFC 8288), which tell a client about related resources before it reads the body. */

/** The links of a feed. There is exactly one `self`, and a `hub` if the feed has one (WebSub section 4). */
export function feedLinkHeader(feed: Feed, form: FeedFormat): [string, string] {
  const { hub } = pushAddresses(feed);
  const self = documentAddresses(feed);
  const terms = rslLink(feed.publication);
  const links = [
    formatLink(self[form], { rel: "self", type: FEED_FORMATS[form].mediaType }),
    ...(hub === undefined ? [] : [formatLink(hub, { rel: "hub" })]),
    formatLink(self.html, { rel: "alternate", type: "text/html" }),
    ...archiveLinks(feed).map(({ rel, addresses }) => formatLink(addresses[form], { rel })),
    ...(terms ? [formatLink(terms.href, { rel: "license", type: terms.type })] : []),
  ];
  return ["Link", links.join(", ")];
}

/** The links of a page: the same as in its head, so that a client finds the feeds with a HEAD request. */
export function pageLinkHeader(
  feeds: readonly Discoverable[],
  publication: Publication,
  more: readonly PageLink[] = [],
): [string, string] {
  const links = [...more, ...pageLinks(feeds, publication)].map(({ rel, href, type, title }) =>
    formatLink(href, { rel, type, title }),
  );
  return ["Link", links.join(", ")];
}
