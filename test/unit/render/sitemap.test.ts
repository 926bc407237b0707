import { expect, test } from "vitest";
import { instantOf } from "../../../src/model/timestamp.ts";
import { articlePages, feedPages, renderSitemap, renderSitemapIndex } from "../../../src/render/sitemap.ts";
import { catalogueOf, listedArticles } from "../../fixtures/catalogue.ts";
import { fullArticle, ORIGIN, plainArticle, time } from "../../fixtures/full-article.ts";
import { childOf, childrenOf, parseStrictXml } from "../../strict-xml.ts";

const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

test("feedPages lists only feeds that have articles", () => {
  expect(feedPages(catalogueOf(2))).toEqual([
    { address: `${ORIGIN}/`, modified: "2026-03-05T00:00:00Z" },
    { address: `${ORIGIN}/tags/r-d/`, modified: "2026-03-05T00:00:00Z" },
    { address: `${ORIGIN}/authors/ada/`, modified: "2026-03-05T00:00:00Z" },
  ]);
});

test("articlePages keeps the order of the articles", () => {
  expect(articlePages(listedArticles([plainArticle, fullArticle]))).toEqual([
    { address: plainArticle.url, modified: "2026-02-01T08:00:00Z" },
    { address: fullArticle.url, modified: "2026-03-04T18:38:00Z" },
  ]);
});

test("articlePages leaves out drafts, whose pages ask not to be indexed", () => {
  expect(articlePages(listedArticles([{ ...plainArticle, status: "draft" }]))).toEqual([]);
});

test("a file is well-formed with any character in an address", () => {
  const url = `${ORIGIN}/articles/a?b=1&c='2'`;
  const urlset = parseStrictXml(renderSitemap(articlePages(listedArticles([{ ...plainArticle, url }]))));
  expect([urlset.name, urlset.namespace]).toEqual(["urlset", NAMESPACE]);
  expect(childrenOf(urlset, "url").map((each) => childOf(each, "loc").text)).toEqual([url]);
});

test("the index lists the file of the feeds, with the last change of its newest page, and then the parts", () => {
  const { feeds, ...rest } = catalogueOf(2);
  const newer = instantOf(time("2026-03-06T00:00:00Z"));
  const catalogue = { ...rest, feeds: feeds.map((feed, index) => (index === 1 ? { ...feed, modified: newer } : feed)) };
  const parts = ["2026-02-01T08:00:00Z", "2026-03-04T18:38:00Z"].map((moment, index) => ({
    number: index + 1,
    modified: instantOf(time(moment)),
  }));
  const index = parseStrictXml(renderSitemapIndex(catalogue, feedPages(catalogue), parts));
  expect([index.name, index.namespace]).toEqual(["sitemapindex", NAMESPACE]);
  expect(childrenOf(index, "sitemap").map((each) => each.children.map(({ name, text }) => [name, text]))).toEqual([
    [
      ["loc", `${ORIGIN}/sitemaps/1.xml`],
      ["lastmod", "2026-03-06T00:00:00Z"],
    ],
    [
      ["loc", `${ORIGIN}/sitemaps/2.xml`],
      ["lastmod", "2026-02-01T08:00:00Z"],
    ],
    [
      ["loc", `${ORIGIN}/sitemaps/3.xml`],
      ["lastmod", "2026-03-04T18:38:00Z"],
    ],
  ]);
});
