import { describe, expect, test } from "vitest";
import { renderSitemap, renderSitemapIndex, sitemapParts } from "../../../src/render/sitemap.ts";
import { catalogueOf } from "../../fixtures/catalogue.ts";
import { fullArticle, ORIGIN, plainArticle } from "../../fixtures/full-article.ts";
import { childOf, childrenOf, parseStrictXml } from "../../strict-xml.ts";

const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
const many = (count: number) =>
  catalogueOf(Array.from({ length: count }, (_, index) => ({ ...plainArticle, url: `${ORIGIN}/articles/a${index}` })));

describe("the pages of a publication", () => {
  test("are its feeds that have articles, then its articles, the oldest first", () => {
    const [part = []] = sitemapParts(catalogueOf([fullArticle, plainArticle]));
    expect(part).toEqual([
      { address: `${ORIGIN}/`, modified: "2026-03-05T00:00:00Z" },
      { address: `${ORIGIN}/tags/r-d/`, modified: "2026-03-05T00:00:00Z" },
      { address: `${ORIGIN}/authors/ada/`, modified: "2026-03-05T00:00:00Z" },
      { address: plainArticle.url, modified: "2026-02-01T08:00:00Z" },
      { address: fullArticle.url, modified: "2026-03-04T18:38:00Z" },
    ]);
  });

  test("leave out drafts, whose pages ask not to be listed", () => {
    const [part = []] = sitemapParts(catalogueOf([{ ...plainArticle, status: "draft" }]));
    expect(part.map(({ address }) => address)).not.toContain(plainArticle.url);
  });

  test("are well-formed with whatever stands in an address", () => {
    const url = `${ORIGIN}/articles/a?b=1&c='2'`;
    const [part = []] = sitemapParts(catalogueOf([{ ...plainArticle, url }]));
    const urlset = parseStrictXml(renderSitemap(part));
    expect([urlset.name, urlset.namespace]).toEqual(["urlset", NAMESPACE]);
    expect(childrenOf(urlset, "url").map((each) => childOf(each, "loc").text)).toContain(url);
  });
});

describe("what one file may hold", () => {
  test.each([
    [49_997, [50_000]],
    [49_998, [50_000, 1]],
    [120_000, [50_000, 50_000, 20_003]],
  ])("%i articles and three feeds are files of %j pages", (articles, sizes) => {
    expect(sitemapParts(many(articles)).map((part) => part.length)).toEqual(sizes);
  });

  test("is bounded in bytes too, and no file is larger", () => {
    const bounds = { addresses: 50_000, bytes: 4_000 };
    const long = `${ORIGIN}/articles/${"%D8%A7".repeat(80)}?a=1&b=2&c=3`;
    const catalogue = catalogueOf(Array.from({ length: 40 }, () => ({ ...plainArticle, url: long })));
    const parts = sitemapParts(catalogue, bounds);
    expect(parts.flat()).toHaveLength(43);
    for (const part of parts) expect(Buffer.byteLength(renderSitemap(part))).toBeLessThanOrEqual(bounds.bytes);
  });

  test("a new article leaves full files as they are", () => {
    const { articles, ...rest } = many(60_000);
    const [newest] = many(1).articles;
    if (!newest) throw new Error("no article");
    const [before] = sitemapParts({ ...rest, articles });
    const [after] = sitemapParts({ ...rest, articles: [newest, ...articles] });
    expect(after).toEqual(before);
  });
});

test("the index lists the files, each as new as the newest page in it", () => {
  const parts = sitemapParts(catalogueOf([fullArticle, plainArticle]), { addresses: 4, bytes: 1e6 });
  const index = parseStrictXml(renderSitemapIndex(parts, (part) => `${ORIGIN}/sitemaps/${part}.xml`));
  expect([index.name, index.namespace]).toEqual(["sitemapindex", NAMESPACE]);
  expect(childrenOf(index, "sitemap").map((each) => each.children.map(({ name, text }) => [name, text]))).toEqual([
    [
      ["loc", `${ORIGIN}/sitemaps/1.xml`],
      ["lastmod", "2026-03-05T00:00:00Z"],
    ],
    [
      ["loc", `${ORIGIN}/sitemaps/2.xml`],
      ["lastmod", "2026-03-04T18:38:00Z"],
    ],
  ]);
});
