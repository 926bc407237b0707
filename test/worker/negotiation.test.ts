import { describe, expect, test } from "vitest";
import { ORIGIN } from "../fixtures/full-article.ts";
import { NAVIGATION } from "./navigation.ts";
import { HUB, serve } from "./serve.ts";

const { get } = serve();
const RSS = ["application/rss+xml; charset=utf-8", `${ORIGIN}/rss.xml`];
const ATOM = ["application/atom+xml; charset=utf-8", `${ORIGIN}/atom.xml`];
const JSON_FEED = ["application/feed+json; charset=utf-8", `${ORIGIN}/feed.json`];
const HTML = ["text/html; charset=utf-8", `${ORIGIN}/`];

describe("/feed", () => {
  test.each([
    [undefined, RSS],
    ["*/*", RSS],
    ["", RSS],
    ["application/*", RSS],
    ["application/rss+xml", RSS],
    ["application/atom+xml", ATOM],
    ["application/feed+json", JSON_FEED],
    ["application/json", JSON_FEED],
    ["text/xml", RSS],
    ["application/xml;q=0.9, application/atom+xml;q=0.8", RSS],
    ["text/html", HTML],
    ["text/*", HTML],
    ["APPLICATION/ATOM+XML", ATOM],
    ["application/rss+xml;q=0.5, application/feed+json", JSON_FEED],
    ["application/rss+xml;q=0, */*", ATOM],
    ["*/*;q=0.1, application/atom+xml;q=0.2", ATOM],
    // The headers of newsboat, feedparser, rss-parser and a browser.
    [
      "application/atom+xml,application/rdf+xml,application/rss+xml,application/x-netcdf,application/xml;q=0.9,text/xml;q=0.2,*/*;q=0.1",
      RSS,
    ],
    [NAVIGATION.accept, HTML],
  ])("answers Accept %j with %j", async (accept, [contentType = "", location = ""]) => {
    const response = await get("/feed", accept === undefined ? {} : { accept });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(contentType);
    expect(response.headers.get("content-location")).toBe(location);
    expect(response.headers.get("vary")).toBe("Accept, Accept-Encoding");
  });

  test("has the same bytes and tag as the fixed address", async () => {
    const negotiated = await get("/feed", { accept: "application/atom+xml" });
    const fixed = await get("/atom.xml");
    expect(negotiated.headers.get("etag")).toBe(fixed.headers.get("etag"));
    expect(await negotiated.text()).toBe(await fixed.text());
  });

  test("is not stored by any cache if the answer is a page", async () => {
    expect((await get("/feed", { accept: "text/html" })).headers.get("cache-control")).toBe("private, no-store");
  });

  test("lists what is available in a 406, with addresses", async () => {
    const response = await get("/feed", { accept: "image/png, application/json;q=0" });
    expect(response.status).toBe(406);
    expect(await response.text()).toBe(
      `406 Not acceptable\nThis is available as application/rss+xml (${ORIGIN}/rss.xml), application/atom+xml (${ORIGIN}/atom.xml), application/feed+json (${ORIGIN}/feed.json), text/html (${ORIGIN}/).\n`,
    );
    expect(response.headers.get("link")).toBe(
      `<${ORIGIN}/rss.xml>; rel="alternate"; type="application/rss+xml", <${ORIGIN}/atom.xml>; rel="alternate"; type="application/atom+xml", <${ORIGIN}/feed.json>; rel="alternate"; type="application/feed+json", <${ORIGIN}/>; rel="alternate"; type="text/html"`,
    );
  });
});

describe("the fixed address of a form", () => {
  test.each([
    ["/rss.xml", "application/rss+xml"],
    ["/atom.xml", "application/atom+xml"],
    ["/feed.json", "application/feed+json"],
  ])("%s is answered with the feed to a program, whatever it accepts", async (path, mediaType) => {
    for (const accept of ["text/html", "image/png", "*/*"]) {
      const response = await get(path, { accept });
      expect(response.headers.get("content-type")).toBe(`${mediaType}; charset=utf-8`);
      expect(response.headers.get("cache-control")).toBe("public, max-age=300");
      expect(response.headers.get("vary")).toBe("Accept-Encoding, Sec-Fetch-Dest");
    }
  });

  test.each(["/rss.xml", "/atom.xml", "/feed.json"])(
    "%s is answered with a page if a browser navigates there",
    async (path) => {
      const page = await get(path, NAVIGATION);
      expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(page.headers.get("cache-control")).toBe("private, no-store");
      expect(page.headers.get("vary")).toBe("Accept-Encoding, Sec-Fetch-Dest");
      const html = await page.text();
      expect(html).toContain(`${ORIGIN}${path}</code>`);
      expect(html).toContain(`href="${ORIGIN}${path}?raw"`);
      const raw = await get(`${path}?raw`, NAVIGATION);
      expect(await raw.text()).toBe(await (await get(path)).text());
    },
  );

  test("a script of another origin gets the feed and may read its validators", async () => {
    const response = await get("/feed.json", {
      origin: "https://app.example",
      "sec-fetch-mode": "cors",
      "sec-fetch-dest": "empty",
    });
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("access-control-expose-headers")).toBe("ETag, Last-Modified, Link, Content-Location");
    const preflight = await get(
      "/feed.json",
      { origin: "https://app.example", "access-control-request-headers": "if-none-match" },
      "OPTIONS",
    );
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")).toContain("If-None-Match");
  });

  test("has its own address, its hub and its page in the Link header", async () => {
    expect((await get("/atom.xml")).headers.get("link")).toBe(
      `<${ORIGIN}/atom.xml>; rel="self"; type="application/atom+xml", <${HUB}>; rel="hub", <${ORIGIN}/>; rel="alternate"; type="text/html"`,
    );
    expect((await get("/")).headers.get("link")).toBe(
      `<${ORIGIN}/>; rel="self"; type="text/html", <${HUB}>; rel="hub", <${ORIGIN}/rss.xml>; rel="alternate"; type="application/rss+xml"; title="Harbour & Hill (RSS)", <${ORIGIN}/atom.xml>; rel="alternate"; type="application/atom+xml"; title="Harbour & Hill (Atom)", <${ORIGIN}/feed.json>; rel="alternate"; type="application/feed+json"; title="Harbour & Hill (JSON Feed)", <${ORIGIN}/feeds.opml>; rel="alternate"; type="text/x-opml"; title="All feeds"`,
    );
  });
});
