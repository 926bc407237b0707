import { describe, expect, test } from "vitest";
import type { Article } from "../../../src/model/article.ts";
import { instantOf } from "../../../src/model/timestamp.ts";
import { newsChanges, renderNewsSitemap } from "../../../src/render/news-sitemap.ts";
import { listedArticles } from "../../fixtures/catalogue.ts";
import { plainArticle, publication, time } from "../../fixtures/full-article.ts";
import { childOf, childrenOf, parseStrictXml } from "../../strict-xml.ts";

const NOON = time("2026-03-10T12:00:00Z");
const at = (moment: string, overrides: Partial<Article> = {}): Article => ({
  ...plainArticle,
  published: time(moment),
  updated: time(moment),
  ...overrides,
});
const newsOf = (articles: readonly Article[]) =>
  childrenOf(parseStrictXml(renderNewsSitemap(publication, listedArticles(articles))), "url");

test.each([
  ["zh", "zh-cn"],
  ["zh-Hant", "zh-tw"],
  ["zh-HK", "zh-tw"],
  ["pt-BR", "pt"],
  ["en", "en"],
  ["fil", "fil"],
])("the language %s is written %s for Google", (language, code) => {
  const [url] = newsOf([at(NOON, { language })]);
  const news = url && childOf(childOf(url, "news:news"), "news:publication");
  expect(news && childOf(news, "news:language").text).toBe(code);
});

test("a draft is not in the news sitemap", () => {
  expect(newsOf([at(NOON, { status: "draft" })])).toEqual([]);
});

describe("the changes of the news sitemap", () => {
  const before = { modified: instantOf(time("2026-03-05T00:00:00Z")) };
  const listed = listedArticles([at("2026-03-09T12:00:00Z"), at("2026-03-08T13:00:00Z")]);

  test("are next due when an article drops out or anything else changes, whichever is first", () => {
    const drop = instantOf(time("2026-03-10T13:00:00Z"));
    const due = instantOf(time("2026-03-10T12:30:00Z"));
    expect(newsChanges(before, listed).validUntil).toBe(drop);
    expect(newsChanges({ ...before, validUntil: due }, listed).validUntil).toBe(due);
    expect(newsChanges(before, [])).toEqual(before);
  });

  test("were last when the newest article dropped out, if nothing else changed since", () => {
    const [dropped] = listedArticles([at("2026-03-07T12:00:00Z")]);
    const dropOut = instantOf(time("2026-03-09T12:00:00Z"));
    expect(newsChanges(before, listed, dropped).modified).toBe(dropOut);
    expect(newsChanges({ modified: dropOut + 1 }, listed, dropped).modified).toBe(dropOut + 1);
  });
});
