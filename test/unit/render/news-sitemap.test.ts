import { describe, expect, test } from "vitest";
import type { Article } from "../../../src/model/article.ts";
import { instantOf } from "../../../src/model/timestamp.ts";
import { newsChanges, renderNewsSitemap } from "../../../src/render/news-sitemap.ts";
import { catalogueOf } from "../../fixtures/catalogue.ts";
import { ORIGIN, plainArticle, time } from "../../fixtures/full-article.ts";
import { childOf, childrenOf, parseStrictXml } from "../../strict-xml.ts";

const NOON = time("2026-03-10T12:00:00Z");
const now = instantOf(NOON);
const at = (moment: string, overrides: Partial<Article> = {}): Article => ({
  ...plainArticle,
  published: time(moment),
  updated: time(moment),
  ...overrides,
});
const newsOf = (articles: readonly Article[]) =>
  childrenOf(parseStrictXml(renderNewsSitemap(catalogueOf(articles), now)), "url");

test.each([
  ["zh", "zh-cn"],
  ["zh-Hant", "zh-tw"],
  ["zh-HK", "zh-tw"],
  ["pt-BR", "pt"],
  ["en", "en"],
  ["fil", "fil"],
])("%s is %s to Google", (language, code) => {
  const [url] = newsOf([at(NOON, { language })]);
  const news = url && childOf(childOf(url, "news:news"), "news:publication");
  expect(news && childOf(news, "news:language").text).toBe(code);
});

test("at most 1,000 articles are listed, the newest", () => {
  const urls = newsOf(Array.from({ length: 1_001 }, (_, index) => at(NOON, { url: `${ORIGIN}/articles/a${index}` })));
  expect(urls).toHaveLength(1_000);
  expect(urls.map((url) => childOf(url, "loc").text)).not.toContain(`${ORIGIN}/articles/a1000`);
});

test("a draft is no news", () => {
  expect(newsOf([at(NOON, { status: "draft" })])).toEqual([]);
});

describe("the clock", () => {
  test.each([
    ["2026-03-08T12:00:01Z", 1],
    ["2026-03-08T12:00:00Z", 0],
  ])("an article of %s is listed: %i", (moment, count) => {
    expect(newsOf([at(moment)])).toHaveLength(count);
  });

  test("changes the list when an article drops out or the next falls due, whichever is first", () => {
    const articles = [at("2026-03-09T12:00:00Z")];
    const drop = instantOf(time("2026-03-11T12:00:00Z"));
    const due = instantOf(time("2026-03-10T13:00:00Z"));
    expect(newsChanges(catalogueOf(articles), now).validUntil).toBe(drop);
    expect(newsChanges(catalogueOf(articles, { validUntil: due }), now).validUntil).toBe(due);
    expect(newsChanges(catalogueOf([]), now)).not.toHaveProperty("validUntil");
  });

  test("last changed it when the last article dropped out, where nothing happened since", () => {
    const { modified } = newsChanges(catalogueOf([at("2026-03-07T12:00:00Z")]), now);
    expect(modified).toBe(instantOf(time("2026-03-09T12:00:00Z")));
  });
});
