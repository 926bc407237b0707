import { expect, test } from "vitest";
import { renderProblemPage } from "../../../../src/render/html/pages/problem-page.tsx";
import { ORIGIN, publication } from "../../../fixtures/full-article.ts";
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
  expect(activeParts(page)).toEqual([]);
});

test("the page is in the publication's language, and marks its English text", () => {
  const page = parsePage(renderProblemPage(notFound, { ...publication, language: "ar" }));
  expect(element(page, "html").properties).toEqual({ lang: "ar", dir: "rtl" });
  expect(text(element(page, "h1"))).toBe("لا يوجد شيء في هذا العنوان");
  const english = elements(page, "p").find((paragraph) => paragraph.properties.lang === "en");
  expect(english?.properties.dir).toBe("ltr");
  expect(english && text(english)).toBe(notFound.detail);
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
