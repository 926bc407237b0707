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

  test.each(["/", "/articles/ferry-timetable", "/sections/harbour/", "/feeds", "/nowhere"])(
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
    "%s is that of the last good build, with its validators",
    async (path) => {
      const accept = "application/rss+xml, application/atom+xml, */*;q=0.5";
      const response = await get(path, { accept });
      const good = await serve({ buildFaults: [] }).get(path, { accept });
      expect([response.status, Object.fromEntries(response.headers)]).toEqual([200, Object.fromEntries(good.headers)]);
      expect(await response.text()).toBe(await good.text());
      const etag = good.headers.get("etag") ?? "";
      expect((await get(path, { accept, "if-none-match": etag })).status).toBe(304);
    },
  );

  test("a page that the client knows from before is not unchanged", async () => {
    const good = await serve({ buildFaults: [] }).get("/", BROWSER);
    const known = { ...BROWSER, "if-none-match": good.headers.get("etag") ?? "" };
    expect((await get("/", known)).status).toBe(503);
  });

  test("another client than a browser gets the faults as text in place of a page", async () => {
    const response = await get("/", { accept: "*/*" });
    expect([response.status, response.headers.get("content-type")]).toEqual([503, "text/plain; charset=utf-8"]);
    expect(await response.text()).toContain(`\n\n${FAULTS.join("\n")}\n`);
    expect(response.headers.get("retry-after")).toBe("2");
  });

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
