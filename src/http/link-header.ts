import type { Feed } from "../model/feed.ts";
import type { Publication } from "../model/publication.ts";
import { FEED_FORMATS, type FeedFormat } from "../render/formats.ts";
import { type Discoverable, type PageLink, pageLinks } from "../render/html/parts/alternates.tsx";
import { rslLink } from "../render/rsl.ts";
import { archiveLinks, documentAddresses } from "../site/addresses.ts";
import { pushAddresses } from "../site/push-addresses.ts";

/** `Link` headers (RFC 8288): what a client may know without reading the body. */

/** What a feed says of itself: exactly one `self` and, where there is one, its hub (WebSub section 4). */
export function feedLinkHeader(feed: Feed, form: FeedFormat): [string, string] {
  const { hub } = pushAddresses(feed);
  const self = documentAddresses(feed);
  const terms = rslLink(feed.publication);
  const links = [
    link(self[form], { rel: "self", type: FEED_FORMATS[form].mediaType }),
    ...(hub === undefined ? [] : [link(hub, { rel: "hub" })]),
    link(self.html, { rel: "alternate", type: "text/html" }),
    ...archiveLinks(feed).map(({ rel, addresses }) => link(addresses[form], { rel })),
    ...(terms ? [link(terms.href, { rel: "license", type: terms.type })] : []),
  ];
  return ["Link", links.join(", ")];
}

/** Feed autodiscovery for those who ask with HEAD, the same as in the page's head. */
export function pageLinkHeader(
  feeds: readonly Discoverable[],
  publication: Publication,
  more: readonly PageLink[] = [],
): [string, string] {
  const links = [...more, ...pageLinks(feeds, publication)].map(({ rel, href, type, title }) =>
    link(href, { rel, ...(type !== undefined && { type }), ...(title !== undefined && extended(title)) }),
  );
  return ["Link", links.join(", ")];
}

/** A title outside of ASCII, or with a quotation mark in it, has to be written as `title*` (RFC 8288 section 3.4.1, RFC 8187). */
function extended(title: string): Readonly<Record<string, string>> {
  if (/^[\x20-\x21\x23-\x5B\x5D-\x7E]*$/.test(title)) return { title };
  const encoded = encodeURIComponent(title).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return { "title*": `UTF-8''${encoded}` };
}

/** Addresses are in the URL Standard's normal form, which has no `<`, `>` or space. */
function link(address: string, parameters: Readonly<Record<string, string>>): string {
  const list = Object.entries(parameters).map(([name, value]) =>
    name.endsWith("*") ? `; ${name}=${value}` : `; ${name}="${value}"`,
  );
  return `<${address}>${list.join("")}`;
}
