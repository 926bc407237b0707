import { expect, test } from "vitest";
import { renderFeedsPage } from "../../../../src/render/html/pages/feeds-page.tsx";
import { COPY_SCRIPT, COPY_SCRIPT_PATH } from "../../../../src/render/html/script/copy-script.ts";
import { catalogueOf, listedFeed } from "../../../fixtures/catalogue.ts";
import { ORIGIN, publication } from "../../../fixtures/full-article.ts";
import { activeParts, element, elements, links, metas, parsePage, text } from "./parse-page.ts";

const page = parsePage(renderFeedsPage(catalogueOf(1)));

test("every feed is a row of the table of its group, with its name, its number of articles and three addresses", () => {
  const groups = elements(page, "table", "feeds").map((table) => [
    text(element(table, "caption")),
    ...elements(element(table, "tbody"), "tr").map((row) => [
      text(element(row, "th")),
      text(element(row, "td", "right")),
      ...elements(element(row, "ul", "forms"), "a").map(({ properties }) =>
        String(properties.href).slice(ORIGIN.length),
      ),
    ]),
  ]);
  const three = (path: string) => ["rss.xml", "atom.xml", "feed.json"].map((form) => path + form);
  expect(groups).toEqual([
    ["Latest articles", ["Harbour & Hill", "1", ...three("/")]],
    ["Sections", ["Harbour", "0", ...three("/sections/harbour/")]],
    ["Topics", ["R&D <tests>", "1,234", ...three("/tags/r-d/")]],
    ["Authors", ["Ada Ferrier", "1", ...three("/authors/ada/")]],
  ]);
});

test("a group without feeds is left out, and a person is told which form to take", () => {
  const tree = parsePage(renderFeedsPage(catalogueOf(0, { feeds: [] })));
  expect(elements(tree, "caption").map(text)).toEqual(["Latest articles"]);
  expect(text(element(tree, "main"))).toContain("If you are not sure which form to take, take RSS");
});

test("its only script is of our own origin, and makes the buttons that copy", () => {
  expect(elements(page, "script").map(({ properties }) => properties.src)).toEqual([COPY_SCRIPT_PATH]);
  expect(elements(page, "button")).toEqual([]);
  expect(() => new Function(COPY_SCRIPT)).not.toThrow();
});

test("the page links to the OPML list, for people and for programs", () => {
  const opml = elements(page, "a").filter(({ properties }) => properties.type === "text/x-opml");
  expect(opml.map(({ properties }) => properties.href)).toEqual([`${ORIGIN}/feeds.opml`]);
  expect(links(page, "alternate").at(-1)).toBe(`${ORIGIN}/feeds.opml`);
  expect(links(page, "canonical")).toEqual([`${ORIGIN}/feeds`]);
  expect(metas(page, "robots")).toEqual([]);
  expect(activeParts(page)).toEqual(["script"]);
});

test("the page is in the publication's language and has its digits", () => {
  const { feeds, everything, ...rest } = catalogueOf(1);
  const persian = { ...publication, language: "fa" };
  const listed = listedFeed({ kind: "tag", slug: "x" }, "خبر", 12, "/tags/x/");
  const head = { ...everything.head, publication: persian };
  const tree = parsePage(renderFeedsPage({ ...rest, everything: { ...everything, head }, feeds: [listed] }));
  expect(element(tree, "html").properties).toEqual({ lang: "fa", dir: "rtl" });
  expect(elements(tree, "td", "right").map(text)).toEqual(["۱", "۱۲"]);
});
