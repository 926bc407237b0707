import { describe, expect, test } from "vitest";
import { aroundArticle } from "../../../../src/model/around.ts";
import { ALL, allOf } from "../../../../src/model/selection.ts";
import { renderArchivesPage, renderMonthPage } from "../../../../src/render/html/pages/archives-page.tsx";
import { renderArticlePage } from "../../../../src/render/html/pages/article-page.tsx";
import { renderFeedPage } from "../../../../src/render/html/pages/feed-page.tsx";
import { renderFeedsPage } from "../../../../src/render/html/pages/feeds-page.tsx";
import { renderIndexPage } from "../../../../src/render/html/pages/index-page.tsx";
import { renderListPage } from "../../../../src/render/html/pages/list-page.tsx";
import { renderProblemPage } from "../../../../src/render/html/pages/problem-page.tsx";
import { renderSearchPage } from "../../../../src/render/html/pages/search-page.tsx";
import { catalogueOf, listedArticles } from "../../../fixtures/catalogue.ts";
import { feedOf, fullArticle, ORIGIN, plainArticle, publication } from "../../../fixtures/full-article.ts";
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

const ADA = { kind: "author", slug: "ada-ferrier" } as const;
const many = Array.from({ length: 60 }, (_, index) => ({
  ...(index % 2 === 0 ? fullArticle : plainArticle),
  id: `tag:example.org,2026-01-01:articles/${index}`,
  url: `${ORIGIN}/articles/a${index}`,
}));
const described = {
  ...publication,
  theme: { sections: { harbour: { light: "#0b5345" } }, header: "band" as const },
  authors: [{ name: "Ada Ferrier", bio: "Writes.", links: [{ title: "Site", url: "https://ada.example/" }] }],
};
const around = {
  ...aroundArticle([...many.slice(0, 5), fullArticle], fullArticle.id, { newer: 3 }),
};

describe.each([
  ["article with everything", renderArticlePage(fullArticle, feed)],
  ["minimal article", renderArticlePage(plainArticle, feed)],
  ["article in another direction", renderArticlePage(arabic, feed)],
  ["article with table, code and video", renderArticlePage({ ...plainArticle, body, attachments: [film] }, feed)],
  ["article with a caption and no picture", renderArticlePage({ ...plainArticle, image: { caption: "Dusk." } }, feed)],
  ["front page", renderListPage(feed)],
  ["front page without logo or entries", renderListPage(feedOf([], { publication: withoutLogo }))],
  ["front page with everything", renderListPage(feedOf(many, { publication: described }))],
  ["second page of the front", renderListPage(feedOf(many), 2) ?? ""],
  ["section", renderListPage(feedOf(many, { selection: allOf({ kind: "section", slug: "harbour" }) }))],
  ["author", renderListPage(feedOf(many, { publication: described, selection: allOf(ADA) }))],
  ["search", renderSearchPage(publication)],
  [
    "search that matches",
    renderSearchPage(publication, feedOf(many, { selection: { ...ALL, words: "ferry" } }), 1) ?? "",
  ],
  ["index of sections", renderIndexPage(catalogueOf(2), "section")],
  ["index of tags", renderIndexPage(catalogueOf(2), "tag")],
  ["index of authors", renderIndexPage(catalogueOf(2), "author")],
  ["archive", renderArchivesPage(feed, ["2026-03", "2026-02", "2025-12"])],
  ["month", renderMonthPage(feed, { month: "2026-03", articles: listedArticles(many), number: 1 }) ?? ""],
  ["article with others around it", renderArticlePage(fullArticle, feedOf([], { publication: described }), around)],
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
