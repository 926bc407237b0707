import { describe, expect, test } from "vitest";
import { renderArticlePage } from "../../../../src/render/html/pages/article-page.tsx";
import { renderFeedPage } from "../../../../src/render/html/pages/feed-page.tsx";
import { renderFeedsPage } from "../../../../src/render/html/pages/feeds-page.tsx";
import { renderListPage } from "../../../../src/render/html/pages/list-page.tsx";
import { renderProblemPage } from "../../../../src/render/html/pages/problem-page.tsx";
import { catalogueOf } from "../../../fixtures/catalogue.ts";
import { feedOf, fullArticle, plainArticle, publication } from "../../../fixtures/full-article.ts";
import { faultsInHtml } from "./html-rules.ts";

const feed = feedOf([fullArticle, plainArticle]);
const { logo: _, ...withoutLogo } = publication;
const arabic = { ...fullArticle, language: "ar", status: "draft" as const };
const film = {
  file: {
    url: "https://example.org/walk.mp4",
    mediaType: "video/mp4",
    length: 9,
    width: 640,
    height: 360,
    duration: 4.5,
  },
};
const body =
  "<h2>Rows</h2><table><thead><tr><th>A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table><pre>x</pre>";

describe.each([
  ["article with everything", renderArticlePage(fullArticle, feed)],
  ["minimal article", renderArticlePage(plainArticle, feed)],
  ["article in another direction", renderArticlePage(arabic, feed)],
  ["article with table, code and video", renderArticlePage({ ...plainArticle, body, attachments: [film] }, feed)],
  ["article with a caption and no picture", renderArticlePage({ ...plainArticle, image: { caption: "Dusk." } }, feed)],
  ["front page", renderListPage(feed)],
  ["front page without logo or entries", renderListPage(feedOf([], { publication: withoutLogo }))],
  ["RSS feed's page", renderFeedPage(feed, "rss")],
  ["Atom feed's page", renderFeedPage(feed, "atom")],
  ["JSON feed's page", renderFeedPage(feed, "json")],
  ["all feeds", renderFeedsPage(catalogueOf(2))],
  ["problem", renderProblemPage({ status: 404, title: "Not found", detail: "Nothing here." }, publication)],
  [
    "problem in another language",
    renderProblemPage({ status: 410, title: "Gone", detail: "Gone." }, { ...publication, language: "he" }),
  ],
  ["problem without a publication", renderProblemPage({ status: 500, title: "Wrong", detail: "Sorry." }, undefined)],
])("%s", (_name, page) => {
  test("is valid HTML", () => {
    expect(faultsInHtml(page)).toEqual([]);
  });

  test("has one h1, headings in order, landmarks and a skip link", () => {
    const levels = [...page.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    levels.forEach((level, place) => {
      expect(level, `heading ${place + 1}`).toBeLessThanOrEqual((levels[place - 1] ?? 0) + 1);
    });
    for (const landmark of ["<header ", "<nav ", "<main ", "<footer "]) expect(page).toContain(landmark);
    expect(page).toMatch(/<body[^>]*><a class="skip" href="#content">/);
    expect(page).toContain('<main id="content">');
  });
});
