import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { renderArticlePage } from "../../../../src/render/html/pages/article-page.tsx";
import { newsArticle } from "../../../../src/render/html/parts/json-ld.ts";
import { STYLESHEET_PATH } from "../../../../src/render/html/style/style.ts";
import { feedOf, fullArticle, ORIGIN, plainArticle, publication, time } from "../../../fixtures/full-article.ts";
import { activeParts, element, elements, jsonLd, links, metas, parsePage, text } from "./parse-page.ts";

const GOLDEN = join(import.meta.dirname, "../../../fixtures/golden/full.html");

const feed = feedOf([fullArticle, plainArticle]);
const html = renderArticlePage(fullArticle, feed);
const page = parsePage(html);
const plain = parsePage(renderArticlePage(plainArticle, feed));

test("the page of a full article equals the golden file byte for byte", () => {
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(GOLDEN, html);
  expect(html).toBe(readFileSync(GOLDEN, "utf8"));
});

test("the same article renders to the same bytes", () => {
  expect(renderArticlePage(fullArticle, feed)).toBe(html);
});

describe("the visible page", () => {
  const story = element(page, "article", "h-entry");

  test("shows headline, standfirst, byline, agency and section", () => {
    expect(elements(page, "h1").map(text)).toEqual([fullArticle.title]);
    expect(text(element(story, "p", "standfirst"))).toBe(fullArticle.summary);
    expect(text(element(story, "span", "people"))).toBe("By Ada Ferrier and Bo Lindqvist");
    expect(text(element(story, "bdi", "agency"))).toBe("Coastal Wire");
    expect(text(element(story, "p", "kicker"))).toBe("Harbour");
  });

  test("shows both times in the article's zone, for people and for programs", () => {
    const [published, updated] = elements(element(story, "p", "times"), "time");
    expect(published && [published.properties.dateTime, text(published)]).toEqual([
      "2026-03-01T21:42:00+08:00",
      "1 March 2026, 21:42 GMT+8",
    ]);
    expect(updated && [updated.properties.dateTime, text(updated)]).toEqual([
      "2026-03-05T02:38:00+08:00",
      "5 March 2026, 02:38 GMT+8",
    ]);
  });

  test("shows one time for an article that was never updated", () => {
    expect(text(element(plain, "p", "times"))).toBe("Published 1 February 2026, 08:00 UTC");
  });

  test("shows the lead picture with alternative text, size, caption and credit", () => {
    const figure = element(story, "figure", "lead");
    expect(element(figure, "img").properties).toEqual({
      className: ["u-photo"],
      src: fullArticle.image?.file?.url,
      alt: "A ferry at the slipway at dusk",
      width: 1600,
      height: 900,
      fetchPriority: "high",
    });
    expect(text(element(figure, "figcaption"))).toBe(
      "The ferry at its berth on Sunday & at rest. (HARBOUR & HILL/POOL)",
    );
  });

  test("shows caption and credit even if the picture is missing", () => {
    const image = { caption: "The ferry at its berth.", credit: "POOL" };
    const figure = element(parsePage(renderArticlePage({ ...plainArticle, image }, feed)), "figure");
    expect(elements(figure, "img")).toEqual([]);
    expect(text(figure)).toBe("The ferry at its berth. (POOL)");
  });

  test("shows dateline, pull quote with its attribution, and related links", () => {
    const body = element(story, "div", "e-content");
    expect(text(element(body, "span", "dateline"))).toBe("PORT ELLEN");
    expect(text(element(body, "aside", "pull-quote"))).toBe(
      "A timetable is a promise with numbers in it.— Ada Ferrier, who reads them",
    );
    expect(elements(body, "p", "related").map(text)).toEqual([
      "READ MORE: How the slipway was rebuilt",
      "ALSO READ: Tide tables explained",
    ]);
  });

  test("shows corrections with their times", () => {
    const corrections = element(story, "section", "corrections");
    expect(text(element(corrections, "li"))).toBe(
      "4 March 2026, 10:00 GMT+8 An earlier version gave the last crossing as 22:10 & not 23:10.",
    );
    expect(element(corrections, "time").properties.dateTime).toBe("2026-03-04T10:00:00+08:00");
  });

  test("shows players and download links for attachments, with type, size and duration", () => {
    const attachments = element(story, "section", "attachments");
    expect(elements(attachments, "li").map(text)).toEqual([
      "The interview MP3 · 1.2 MB · 1:15",
      "timetable.pdf PDF · 90 kB",
    ]);
    const [player] = elements(attachments, "audio");
    expect(player?.properties).toMatchObject({ controls: true, preload: "none", ariaLabel: "The interview" });
    expect(elements(attachments, "a").map(({ properties }) => properties.href)).toEqual(
      fullArticle.attachments.map(({ file }) => file.url),
    );
  });

  test("shows tags, source, original, rights and licence", () => {
    const facts = element(story, "footer", "facts");
    expect(elements(facts, "dt").map(text)).toEqual([
      "Topics",
      "Source",
      "Originally published at",
      "Rights",
      "Licence",
    ]);
    expect(elements(facts, "dd").slice(1).map(text)).toEqual([
      "Coastal Wire",
      "wire.example.net/stories/ferry?edition=2&x=1",
      "© 2026 Coastal Wire & others",
      "CC BY-NC 4.0",
    ]);
    expect(elements(facts, "bdi", "p-category").map(text)).toEqual(["ferries", "R&D <tests>"]);
  });

  test("has one line with links to three feeds and to all feeds", () => {
    const subscribe = element(page, "p", "subscribe-line");
    const addresses = [`${ORIGIN}/rss.xml`, `${ORIGIN}/atom.xml`, `${ORIGIN}/feed.json`, `${ORIGIN}/feeds`];
    expect(subscribe.properties.id).toBe("subscribe");
    expect(elements(subscribe, "a").map(({ properties }) => properties.href)).toEqual(addresses);
  });

  test("shows a summary once if the text begins with it, and keeps it for programs", () => {
    expect(elements(plain, "p", "standfirst")).toEqual([]);
    expect(element(plain, "data", "p-summary").properties.value).toBe("Stone by stone.");
  });

  test("marks a draft as one, and asks search engines not to list it", () => {
    const draft = parsePage(renderArticlePage({ ...plainArticle, status: "draft" }, feed));
    expect(text(element(draft, "strong", "draft"))).toBe("Draft");
    expect(text(element(draft, "p", "notice"))).toBe("This article has not been published yet.");
    expect(metas(draft, "robots")).toEqual(["noindex"]);
    expect(elements(plain, "strong", "draft")).toEqual([]);
    expect(metas(plain, "robots")).toEqual([]);
  });
});

describe("the data for programs", () => {
  test("has JSON-LD as its only script, which parses back to the model's values", () => {
    expect(elements(page, "script").map(({ properties }) => properties.type)).toEqual(["application/ld+json"]);
    expect(jsonLd(page)).toEqual(JSON.parse(JSON.stringify(newsArticle(fullArticle, publication))));
  });

  test("has the links of the head", () => {
    expect(links(page, "canonical")).toEqual([fullArticle.canonical]);
    expect(links(plain, "canonical")).toEqual([plainArticle.url]);
    expect(links(page, "license")).toEqual([fullArticle.licence]);
    expect(links(plain, "license")).toEqual([publication.licence]);
    expect(links(page, "stylesheet")).toEqual([STYLESHEET_PATH]);
    expect(links(page, "hub")).toEqual([]);
    const alternates = elements(page, "link").filter(({ properties }) => String(properties.rel) === "alternate");
    expect(alternates.map(({ properties: { type, title, href } }) => [type, title, href])).toEqual([
      ["application/rss+xml", "Harbour & Hill (RSS)", `${ORIGIN}/rss.xml`],
      ["application/atom+xml", "Harbour & Hill (Atom)", `${ORIGIN}/atom.xml`],
      ["application/feed+json", "Harbour & Hill (JSON Feed)", `${ORIGIN}/feed.json`],
      ["application/rss+xml", "Harbour — Harbour & Hill (RSS)", `${ORIGIN}/sections/harbour/rss.xml`],
      ["application/atom+xml", "Harbour — Harbour & Hill (Atom)", `${ORIGIN}/sections/harbour/atom.xml`],
      ["application/feed+json", "Harbour — Harbour & Hill (JSON Feed)", `${ORIGIN}/sections/harbour/feed.json`],
      ["text/x-opml", "All feeds", `${ORIGIN}/feeds.opml`],
    ]);
  });

  test.each([
    ["og:type", ["article"]],
    ["og:title", [fullArticle.title]],
    ["og:description", [fullArticle.summary]],
    ["og:url", [fullArticle.url]],
    ["og:site_name", ["Harbour & Hill"]],
    ["og:locale", ["en_GB"]],
    ["og:image", [fullArticle.image?.file?.url]],
    ["og:image:width", ["1600"]],
    ["og:image:height", ["900"]],
    ["og:image:alt", ["A ferry at the slipway at dusk"]],
    ["article:published_time", ["2026-03-01T21:42:00+08:00"]],
    ["article:modified_time", ["2026-03-05T02:38:00+08:00"]],
    ["article:author", ["https://example.org/people/ada"]],
    ["article:section", ["Harbour"]],
    ["article:tag", ["ferries", "R&D <tests>"]],
    ["twitter:card", ["summary_large_image"]],
    ["description", [fullArticle.summary]],
  ])("has the metadata %s", (name, values) => {
    expect(metas(page, name)).toEqual(values);
  });

  test("has the publication's picture as its preview if the article has none", () => {
    expect(metas(plain, "og:image")).toEqual([publication.logo?.url]);
    expect(metas(plain, "twitter:card")).toEqual(["summary"]);
  });

  test("has one h-entry with its properties (microformats2)", () => {
    const [entry, ...others] = elements(page, "article", "h-entry");
    expect(others).toEqual([]);
    const names = (name: string, property: string) => (entry ? elements(entry, name, property).map(text) : []);
    expect(names("h1", "p-name")).toEqual([fullArticle.title]);
    expect(names("bdi", "p-author")).toEqual(["Ada Ferrier", "Bo Lindqvist"]);
    expect(names("time", "dt-published")).toHaveLength(1);
    expect(names("time", "dt-updated")).toHaveLength(1);
    expect(names("bdi", "p-category")).toEqual(["Harbour", "ferries", "R&D <tests>"]);
    expect(entry && elements(entry, "a", "u-url").map(({ properties }) => properties.href)).toEqual([
      `${ORIGIN}/authors/ada-ferrier/`,
      `${ORIGIN}/authors/bo-lindqvist/`,
      fullArticle.url,
    ]);
  });
});

describe("languages", () => {
  const arabic = { ...plainArticle, language: "ar", title: "قطار الوادي", updated: time("2026-02-02T08:00:00Z") };

  const corrections = [{ time: time("2026-02-03T08:00:00Z"), text: "a" }];
  const attachments = [{ file: { url: `${ORIGIN}/media/0a/a.pdf`, mediaType: "application/pdf", length: 812 } }];

  test("an article in another language has its own lang, and labels and times in that language", () => {
    const full = { ...arabic, corrections, attachments, byline: [{ name: "A" }], tags: ["b"], rights: "c" };
    const page = parsePage(renderArticlePage(full, feed));
    const story = element(page, "article");
    expect(story.properties).toMatchObject({ lang: "ar", dir: "rtl" });
    expect(elements(story, "h2").map(text)).toEqual(["تصويبات", "المرفقات"]);
    expect(text(element(story, "p", "times"))).toMatch(/^نُشر في .*حُدِّث في /);
    expect(text(element(story, "p", "byline"))).toContain("بقلم");
    expect(elements(story, "dt").map(text)).toContain("الموضوعات");
    const inside = ["p", "h2", "span", "time", "section", "dt"].flatMap((name) => elements(story, name));
    expect(inside.filter(({ properties }) => properties.lang || properties.dir)).toEqual([]);
    expect(text(element(page, "p", "subscribe-line"))).toMatch(/^Subscribe/);
  });

  test("labels of the page's language are marked within their lines, so that no block changes sides", () => {
    const urdu = { ...arabic, language: "ur", corrections, attachments, status: "published" as const };
    const story = element(parsePage(renderArticlePage(urdu, feed)), "article");
    for (const name of ["p", "h2", "section", "ul", "li", "header"])
      expect(elements(story, name).filter(({ properties }) => properties.dir)).toEqual([]);
    const [heading] = elements(story, "h2");
    expect(heading && element(heading, "span").properties).toMatchObject({ lang: "en", dir: "ltr" });
    expect(element(element(story, "p", "times"), "span").properties).toMatchObject({ lang: "en", dir: "ltr" });
  });

  test("an article in another region of the language has the labels and times of the page", () => {
    const american = { ...plainArticle, language: "en-US" };
    const story = element(parsePage(renderArticlePage(american, feed)), "article");
    expect(text(element(story, "p", "times"))).toBe("Published 1 February 2026, 08:00 UTC");
  });

  test("a draft is not said to be published", () => {
    const story = element(parsePage(renderArticlePage({ ...plainArticle, status: "draft" }, feed)), "article");
    expect(text(story)).not.toContain("Published");
    expect(text(element(story, "p", "notice"))).toBe("This article has not been published yet.");
  });

  test("a right-to-left publication has right-to-left pages with labels and dates in its language", () => {
    const arabicFeed = feedOf([arabic], { publication: { ...publication, language: "ar" } });
    const tree = parsePage(renderArticlePage(arabic, arabicFeed));
    expect(element(tree, "html").properties).toEqual({ lang: "ar", dir: "rtl" });
    expect(element(tree, "article").properties).not.toHaveProperty("dir");
    expect(text(element(tree, "p", "subscribe-line"))).toContain("اشترك");
    expect(text(element(tree, "nav"))).toContain("الصفحة الأولى");
    for (const address of elements(tree, "code")) expect(address.properties.dir).toBe("ltr");
  });
});

test("the page has no script, inline style or event handler", () => {
  expect(activeParts(page)).toEqual([]);
});
