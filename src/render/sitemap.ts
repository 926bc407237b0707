import type { Catalogue } from "../model/catalogue.ts";
import { latest, type Timestamp, timestampInUtc } from "../model/timestamp.ts";
import { serialize } from "./feed-library.ts";
import { children, empty, text, type XmlElement } from "./xml-element.ts";

/** Sitemaps (https://www.sitemaps.org/protocol.html). */
const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** A page and when it last changed. */
export type MappedPage = { readonly address: string; readonly modified: Timestamp };

/** How much one file may hold, which the protocol bounds twice. */
export type SitemapBounds = { readonly addresses: number; readonly bytes: number };
export const SITEMAP_BOUNDS: SitemapBounds = { addresses: 50_000, bytes: 50_000_000 };

/** What a page takes in a file beside its address: elements, indentation and a time. */
const BYTES_A_PAGE = 140;

/**
 * Every page that a search engine may list, in files of what one may hold. Articles come the oldest first: so a file that is full stays as it is
 * when another is published. Addresses are ASCII, and an `&` in them is five bytes.
 */
export function sitemapParts(catalogue: Catalogue, bounds = SITEMAP_BOUNDS): readonly (readonly MappedPage[])[] {
  const parts: MappedPage[][] = [];
  let part: MappedPage[] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const page of mappedPages(catalogue)) {
    const size = page.address.replaceAll("&", "&amp;").length + BYTES_A_PAGE;
    if (part.length >= bounds.addresses || bytes + size > bounds.bytes) {
      part = [];
      bytes = 0;
      parts.push(part);
    }
    part.push(page);
    bytes += size;
  }
  return parts;
}

/** A feed without articles has an empty page, and a draft a page that is not to be listed. */
function mappedPages({ everything, feeds, articles }: Catalogue): MappedPage[] {
  return [
    ...[everything, ...feeds.filter((feed) => feed.articles > 0)].map(({ head, modified }) =>
      mapped(head.addresses.html, modified),
    ),
    ...articles
      .filter(({ article }) => article.status !== "draft")
      .map(({ article, modified }) => mapped(article.url, modified))
      .reverse(),
  ];
}

function mapped(address: string, modified: number): MappedPage {
  return { address, modified: timestampInUtc(modified) };
}

export function renderSitemap(pages: readonly MappedPage[]): string {
  return serialize({ urlset: { ...empty({ xmlns: NAMESPACE }), ...children({ url: pages.map(entry) }) } });
}

/** Where there are more pages than one file may have: the list of the files, each as new as the newest page in it. */
export function renderSitemapIndex(
  parts: readonly (readonly MappedPage[])[],
  addressOf: (part: number) => string,
): string {
  const sitemaps = parts.map((pages, index) =>
    entry({ address: addressOf(index + 1), modified: newest(pages.map(({ modified }) => modified)) }),
  );
  return serialize({ sitemapindex: { ...empty({ xmlns: NAMESPACE }), ...children({ sitemap: sitemaps }) } });
}

function newest([first = timestampInUtc(0), ...others]: readonly Timestamp[]): Timestamp {
  return latest(first, ...others);
}

function entry({ address, modified }: MappedPage): XmlElement {
  return children({ loc: text(address), lastmod: text(modified) });
}
