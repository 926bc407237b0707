import { describe, expect, test } from "vitest";
import { ORIGIN, publication } from "../fixtures/full-article.ts";
import { childOf, parseStrictXml } from "../strict-xml.ts";
import { serve } from "./serve.ts";

const licensed = { ...publication, rsl: { permits: ["search"], prohibits: ["ai-train"] } };
const LINK = `<${ORIGIN}/license.xml>; rel="license"; type="application/rsl+xml"`;

describe("a publication with machine-readable licence terms", () => {
  const { get, clock } = serve({ artifact: { publication: licensed } });

  test("serves them at /license.xml", async () => {
    const response = await get("/license.xml");
    expect([response.status, response.headers.get("content-type")]).toEqual([
      200,
      "application/rsl+xml; charset=utf-8",
    ]);
    expect(response.headers.get("cache-control")).toBe("public, max-age=300");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(childOf(parseStrictXml(await response.text()), "content").attributes).toEqual({ url: "/" });
    const etag = response.headers.get("etag") ?? "";
    clock.now += 86_400_000;
    expect((await get("/license.xml", { "if-none-match": etag })).status).toBe(304);
    expect((await get("/license.xml", {}, "HEAD")).headers.get("etag")).toBe(etag);
    expect((await get("/license.xml", {}, "POST")).status).toBe(405);
  });

  test("names them in robots.txt outside any group", async () => {
    expect(await (await get("/robots.txt")).text()).toBe(
      `License: ${ORIGIN}/license.xml\n\nUser-agent: *\nDisallow:\n\nSitemap: ${ORIGIN}/sitemap.xml\nSitemap: ${ORIGIN}/news-sitemap.xml\n`,
    );
  });

  test.each(["/", "/articles/slipway", "/sections/harbour/", "/feeds"])(
    "links to them from %s in the head and in the Link header",
    async (path) => {
      const response = await get(path);
      expect(response.headers.get("link")?.split(", ").at(-1)).toBe(LINK);
      expect(await response.text()).toContain(
        `<link rel="license" type="application/rsl+xml" href="${ORIGIN}/license.xml"/>`,
      );
    },
  );

  test.each(["/rss.xml", "/atom.xml", "/feed.json", "/tags/ferries/atom.xml"])(
    "links to them from %s in the Link header",
    async (path) => {
      expect((await get(path)).headers.get("link")?.split(", ").at(-1)).toBe(LINK);
    },
  );
});

test("a publication without terms has no licence document and does not mention one", async () => {
  const { get } = serve();
  expect((await get("/license.xml")).status).toBe(404);
  for (const path of ["/", "/rss.xml", "/robots.txt", "/articles/slipway"]) {
    const response = await get(path);
    expect(response.headers.get("link") ?? "").not.toContain("rsl");
    expect(await response.text()).not.toMatch(/rsl|license\.xml/);
  }
});
