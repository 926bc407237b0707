import { expect, test } from "vitest";
import { renderFeedsPage } from "../../../../src/render/html/pages/feeds-page.tsx";
import { catalogueOf, listedFeed } from "../../../fixtures/catalogue.ts";
import { ORIGIN, publication } from "../../../fixtures/full-article.ts";
import { activeParts, element, elements, links, metas, parsePage, text } from "./parse-page.ts";

const page = parsePage(renderFeedsPage(catalogueOf(1)));

test("every feed is listed in its group with its name, its number of articles and three addresses", () => {
  const groups = elements(page, "section", "entries").map((group) => [
    text(element(group, "h2")),
    ...elements(group, "div", "entry").map((feed) => [
      text(element(feed, "h3")),
      ...elements(feed, "code").map((address) => text(address).slice(ORIGIN.length)),
    ]),
  ]);
  const three = (path: string) => ["rss.xml", "atom.xml", "feed.json"].map((form) => path + form);
  expect(groups).toEqual([
    ["Latest articles", ["Harbour & Hill (1)", ...three("/")]],
    ["Sections", ["Harbour (0)", ...three("/sections/harbour/")]],
    ["Topics", ["R&D <tests> (1,234)", ...three("/tags/r-d/")]],
    ["Authors", ["Ada Ferrier (1)", ...three("/authors/ada/")]],
  ]);
});

test("a group without feeds is left out", () => {
  const tree = parsePage(renderFeedsPage(catalogueOf(0, { feeds: [] })));
  expect(elements(tree, "h2").map(text)).toEqual(["Latest articles"]);
});

test("the page links to the OPML list, for people and for programs", () => {
  const opml = elements(page, "a").filter(({ properties }) => properties.type === "text/x-opml");
  expect(opml.map(({ properties }) => properties.href)).toEqual([`${ORIGIN}/feeds.opml`]);
  expect(links(page, "alternate").at(-1)).toBe(`${ORIGIN}/feeds.opml`);
  expect(links(page, "canonical")).toEqual([`${ORIGIN}/feeds`]);
  expect(metas(page, "robots")).toEqual([]);
  expect(activeParts(page)).toEqual([]);
});

test("the page is in the publication's language and has its digits", () => {
  const { feeds, everything, ...rest } = catalogueOf(1);
  const persian = { ...publication, language: "fa" };
  const listed = listedFeed({ kind: "tag", slug: "x" }, "خبر", 12, "/tags/x/");
  const head = { ...everything.head, publication: persian };
  const tree = parsePage(renderFeedsPage({ ...rest, everything: { ...everything, head }, feeds: [listed] }));
  expect(element(tree, "html").properties).toEqual({ lang: "fa", dir: "rtl" });
  expect(elements(tree, "h3").map(text)).toEqual(["Harbour & Hill (۱)", "خبر (۱۲)"]);
});
