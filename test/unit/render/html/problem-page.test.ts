import { expect, test } from "vitest";
import { renderProblemPage } from "../../../../src/render/html/pages/problem-page.tsx";
import { listedArticles } from "../../../fixtures/catalogue.ts";
import { fullArticle, ORIGIN, plainArticle, publication, time } from "../../../fixtures/full-article.ts";
import { activeParts, element, elements, metas, parsePage, text } from "./parse-page.ts";

const notFound = { status: 404, title: "Not found", detail: "There is nothing at this address." };

test("the page shows the problem, links to the front page, and asks not to be indexed", () => {
  const page = parsePage(renderProblemPage(notFound, publication));
  expect(text(element(page, "h1"))).toBe("Not found");
  expect(elements(element(page, "main"), "p").map(text)).toEqual([
    "404",
    "There is nothing at this address.",
    "Front page",
  ]);
  expect(text(element(page, "title"))).toBe("Not found — Harbour & Hill");
  expect(element(element(page, "main"), "a").properties.href).toBe(`${ORIGIN}/`);
  expect(metas(page, "robots")).toEqual(["noindex"]);
  expect(activeParts(page)).toEqual(["form"]);
});

test("a page of nothing, or of something withdrawn, offers a search and the newest articles", () => {
  const latest = listedArticles([fullArticle, plainArticle]);
  const main = element(parsePage(renderProblemPage(notFound, publication, latest)), "main");
  expect(element(main, "form").properties.action).toBe(`${ORIGIN}/search`);
  expect(elements(element(main, "ul", "headlines"), "a").map(text)).toEqual([fullArticle.title, plainArticle.title]);
  const other = parsePage(renderProblemPage({ ...notFound, status: 400 }, publication, latest));
  expect(elements(other, "form")).toEqual([]);
});

test("the page of something withdrawn names it and says when", () => {
  const withdrawn = { title: "العبّارة", time: time("2026-03-06T20:00:00+08:00"), language: "ar" };
  const gone = { status: 410, title: "Withdrawn", detail: "This article is no longer published.", withdrawn };
  const page = parsePage(renderProblemPage(gone, { ...publication, timeZone: "Europe/Berlin" }));
  const told = element(page, "p", "withdrawn");
  expect(text(told)).toContain("Withdrawn on 6 March 2026, 13:00 CET");
  expect(element(told, "cite").properties).toEqual({ lang: "ar", dir: "rtl" });
  expect(element(told, "time").properties.dateTime).toBe("2026-03-06T20:00:00+08:00");
});

test("the page is in the publication's language, and marks its English text", () => {
  const page = parsePage(renderProblemPage(notFound, { ...publication, language: "ar" }));
  expect(element(page, "html").properties).toEqual({ lang: "ar", dir: "rtl" });
  expect(text(element(page, "h1"))).toBe("لا يوجد شيء في هذا العنوان");
  expect(text(element(page, "main"))).not.toContain(notFound.detail);
});

test.each<[number, object, string, readonly string[]]>([
  [400, {}, "في هذا العنوان خطأ", ["400", "limit: found x", "الصفحة الأولى"]],
  [410, {}, "سُحب هذا المقال", ["410", "الصفحة الأولى"]],
  [410, { reason: "كان خطأ" }, "سُحب هذا المقال", ["410", "كان خطأ", "الصفحة الأولى"]],
  [405, {}, "A title", ["405", "limit: found x", "الصفحة الأولى"]],
])("every block of a page of %d in Arabic has the direction of the page: %j", (status, more, heading, lines) => {
  const problem = { status, title: "A title", detail: "limit: found x", ...more };
  const page = parsePage(renderProblemPage(problem, { ...publication, language: "ar" }));
  const main = element(page, "main");
  expect(text(element(main, "h1"))).toBe(heading);
  expect(elements(main, "p").map(text)).toEqual(lines);
  expect([...elements(main, "p"), ...elements(main, "h1")].filter(({ properties }) => properties.dir)).toEqual([]);
  const english = elements(main, "bdi").filter(({ properties }) => properties.lang === "en");
  expect(english.map(text)).toEqual(status === 405 ? ["A title", "limit: found x"] : status === 400 ? [lines[1]] : []);
});

test("the page renders without a publication", () => {
  const page = parsePage(
    renderProblemPage({ status: 500, title: "Something went wrong", detail: "Sorry." }, undefined),
  );
  expect(text(element(page, "h1"))).toBe("Something went wrong");
  expect(elements(page, "a").map(({ properties }) => properties.href)).toEqual(["#content", "/", "/"]);
});

test("text in the detail of the problem stays text", () => {
  const page = parsePage(renderProblemPage({ ...notFound, detail: "</p><script>alert(1)</script>" }, publication));
  expect(elements(page, "script")).toEqual([]);
  expect(text(element(page, "main"))).toContain("</p><script>alert(1)</script>");
});
