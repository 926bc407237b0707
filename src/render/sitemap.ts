import type { Catalogue } from "../model/catalogue.ts";
import { type Timestamp, timestampInUtc } from "../model/timestamp.ts";
import { serialize } from "./feed-library.ts";
import { children, empty, text, type XmlElement } from "./xml-element.ts";

/** Sitemaps (https://www.sitemaps.org/protocol.html). */
const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** The most addresses that one file may have. */
export const MOST_ADDRESSES = 50_000;

/** A page and when it last changed. */
export type MappedPage = { readonly address: string; readonly modified?: Timestamp };

/** Every page there is: the front page, those of all feeds, and the articles. A list of articles changes as its newest one does. */
export function mappedPages({ everything, feeds, articles, modified }: Catalogue): MappedPage[] {
  return [
    { address: everything.head.addresses.html, modified: timestampInUtc(modified) },
    ...feeds.filter((feed) => feed.articles > 0).map(({ head }) => ({ address: head.addresses.html })),
    ...articles.map((each) => ({ address: each.article.url, modified: timestampInUtc(each.modified) })),
  ];
}

export function renderSitemap(pages: readonly MappedPage[]): string {
  return serialize({ urlset: { ...empty({ xmlns: NAMESPACE }), ...children({ url: pages.map(entry) }) } });
}

/** Where there are more pages than one file may have: the list of the files. */
export function renderSitemapIndex(sitemaps: readonly MappedPage[]): string {
  return serialize({ sitemapindex: { ...empty({ xmlns: NAMESPACE }), ...children({ sitemap: sitemaps.map(entry) }) } });
}

function entry({ address, modified }: MappedPage): XmlElement {
  return children({ loc: text(address), lastmod: modified && text(modified) });
}
