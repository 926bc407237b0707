/** Sitemaps (https://www.sitemaps.org/protocol.html). */
import type { Catalogue, ListedArticle, SitemapPart } from "../model/catalogue.ts";
import { latest, type Timestamp, timestampInUtc } from "../model/timestamp.ts";
import { sitemapPath } from "../site/addresses.ts";
import { children, empty, serialize, text, type XmlNode } from "../syntax/xml/write-xml.ts";
import { NAMESPACES } from "./namespaces.ts";

/** A page, or a file of pages, and its last change. */
export type MappedPage = { readonly address: string; readonly modified: Timestamp };

/** The pages of all feeds that have articles. The page of any other feed is empty, and a podcast has no page. */
export function feedPages({ everything, feeds }: Catalogue): MappedPage[] {
  const pages = feeds.filter(({ articles, scope }) => articles > 0 && scope.kind !== "podcast");
  return [everything, ...pages].map(({ head, modified }) => mapped(head.addresses.html, modified));
}

/** The pages of articles, in the order given. Drafts are left out, because search engines must not list them. */
export function articlePages(articles: readonly ListedArticle[]): MappedPage[] {
  return articles
    .filter(({ article }) => article.status !== "draft")
    .map(({ article, modified }) => mapped(article.url, modified));
}

/** The pages beside the articles. */
export function otherPages(
  pages: readonly { readonly path: string; readonly modified: number }[],
  { everything }: Catalogue,
): MappedPage[] {
  return pages.map(({ path, modified }) => mapped(everything.head.publication.address + path, modified));
}

export function renderSitemap(pages: readonly MappedPage[]): string {
  return serialize({ urlset: { ...empty({ xmlns: NAMESPACES.sitemap }), ...children({ url: pages.map(entry) }) } });
}

/** The number of the file with the pages that are not articles. Part n of the articles is in file n + 1. */
export const FEEDS_FILE = 1;

/**
 * The list of the files, for a sitemap of more than one part. The last change of the first file is that of the newest
 * page in it.
 *
 * @param pages those of the first file
 */
export function renderSitemapIndex(
  catalogue: Catalogue,
  pages: readonly MappedPage[],
  parts: readonly SitemapPart[],
): string {
  const { address } = catalogue.everything.head.publication;
  const [first = timestampInUtc(0), ...others] = pages.map(({ modified }) => modified);
  const files = [
    { address: address + sitemapPath(FEEDS_FILE), modified: latest(first, ...others) },
    ...parts.map(({ number, modified }) => mapped(address + sitemapPath(FEEDS_FILE + number), modified)),
  ];
  return serialize({
    sitemapindex: { ...empty({ xmlns: NAMESPACES.sitemap }), ...children({ sitemap: files.map(entry) }) },
  });
}

function mapped(address: string, modified: number): MappedPage {
  return { address, modified: timestampInUtc(modified) };
}

function entry({ address, modified }: MappedPage): XmlNode {
  return children({ loc: text(address), lastmod: text(modified) });
}
