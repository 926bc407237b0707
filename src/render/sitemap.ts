import type { Catalogue, ListedArticle, SitemapPart } from "../model/catalogue.ts";
import { latest, type Timestamp, timestampInUtc } from "../model/timestamp.ts";
import { sitemapPath } from "../site/addresses.ts";
import { serialize } from "./feed-library.ts";
import { children, empty, text, type XmlElement } from "./xml-element.ts";

/** Sitemaps (https://www.sitemaps.org/protocol.html). */
const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** A page, or a file of pages, and when it last changed. */
export type MappedPage = { readonly address: string; readonly modified: Timestamp };

/** The pages of feeds that a search engine may list: a feed without articles has an empty one. */
export function feedPages({ everything, feeds }: Catalogue): MappedPage[] {
  return [everything, ...feeds.filter(({ articles }) => articles > 0)].map(({ head, modified }) =>
    mapped(head.addresses.html, modified),
  );
}

/** The pages of articles, a draft's apart: it is not to be listed. */
export function articlePages(articles: readonly ListedArticle[]): MappedPage[] {
  return articles
    .filter(({ article }) => article.status !== "draft")
    .map(({ article, modified }) => mapped(article.url, modified));
}

export function renderSitemap(pages: readonly MappedPage[]): string {
  return serialize({ urlset: { ...empty({ xmlns: NAMESPACE }), ...children({ url: pages.map(entry) }) } });
}

/** In an index the first file has the pages of feeds; the parts follow, each in the file after its own number. */
export const FEEDS_FILE = 1;

/** Where there is more than one part: the list of the files. That of the feeds is as new as the newest page in it. */
export function renderSitemapIndex(catalogue: Catalogue, parts: readonly SitemapPart[]): string {
  const { address } = catalogue.everything.head.publication;
  const [first = timestampInUtc(0), ...others] = feedPages(catalogue).map(({ modified }) => modified);
  const files = [
    { address: address + sitemapPath(FEEDS_FILE), modified: latest(first, ...others) },
    ...parts.map(({ number, modified }) => mapped(address + sitemapPath(FEEDS_FILE + number), modified)),
  ];
  return serialize({ sitemapindex: { ...empty({ xmlns: NAMESPACE }), ...children({ sitemap: files.map(entry) }) } });
}

function mapped(address: string, modified: number): MappedPage {
  return { address, modified: timestampInUtc(modified) };
}

function entry({ address, modified }: MappedPage): XmlElement {
  return children({ loc: text(address), lastmod: text(modified) });
}
