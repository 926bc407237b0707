import { describe, expect, test } from "vitest";
import { element, elements, metas, parsePage, text } from "../unit/render/html/parse-page.ts";
import { serve } from "./serve.ts";

const FAULTS = [
  'content/articles/quay.md:5 published: found "2 Jan <b>"; expected a time such as 2026-11-24T09:30:00+08:00',
  "content/media/a.png: found image/gif; expected image/png, as its extension says",
];
const BROWSER = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

describe("while the content has faults", () => {
  const { get } = serve({ buildFaults: FAULTS });

  test.each(["/", "/articles/ferry-timetable", "/sections/harbour/", "/feeds", "/nowhere", "/rss.xml"])(
    "a browser gets a page with the faults at %s, which asks again by itself",
    async (path) => {
      const response = await get(path, BROWSER);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        "content-type": "text/html; charset=utf-8",
        "cache-control": "no-store",
        refresh: "2",
      });
      expect(response.status).toBe(503);
      const page = parsePage(await response.text());
      expect(text(element(page, "h1"))).toBe("2 faults in the content");
      expect(elements(element(page, "main"), "code").map(text)).toEqual(FAULTS);
      expect(metas(page, "robots")).toEqual(["noindex"]);
    },
  );

  test.each(["/rss.xml", "/atom.xml", "/feed.json", "/feed", "/sitemap.xml", "/feeds.opml"])(
    "a feed reader gets 503 and the faults as text at %s",
    async (path) => {
      const response = await get(path, { accept: "application/rss+xml, application/atom+xml, */*;q=0.5" });
      expect([response.status, response.headers.get("content-type")]).toEqual([503, "text/plain; charset=utf-8"]);
      expect(await response.text()).toContain(`\n\n${FAULTS.join("\n")}\n`);
      expect(response.headers.get("retry-after")).toBe("2");
    },
  );

  test("HEAD has no body, and the style sheet and the health check go on", async () => {
    expect(await (await get("/", BROWSER, "HEAD")).text()).toBe("");
    const page = parsePage(await (await get("/", BROWSER)).text());
    const [sheet] = elements(page, "link").filter(({ properties }) => String(properties.rel) === "stylesheet");
    expect((await get(String(sheet?.properties.href))).status).toBe(200);
    expect((await get("/healthz")).status).toBe(200);
  });
});

test("without faults everything is served", async () => {
  expect((await serve({ buildFaults: [] }).get("/rss.xml")).status).toBe(200);
  expect((await serve().get("/", BROWSER)).headers.has("refresh")).toBe(false);
});
