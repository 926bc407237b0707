import { describe, expect, test } from "vitest";
import { articleNamed } from "../fixtures/file-content.ts";
import { fullArticle, ORIGIN, plainArticle, time } from "../fixtures/full-article.ts";
import { parseStrictXml } from "../strict-xml.ts";
import { NAVIGATION } from "./navigation.ts";
import { serve } from "./serve.ts";

const retracted = articleNamed("retracted", {
  status: "retracted",
  retraction: { time: time("2026-03-02T00:00:00Z"), reason: "The figures were of another year." },
});
const expired = articleNamed("expired", { unpublishAt: time("2026-03-02T00:00:00Z") });
const scheduled = articleNamed("embargoed-merger", {
  status: "scheduled",
  scheduledFor: time("2026-07-01T00:00:00Z"),
  tags: ["secret-tag"],
});
const articles = [fullArticle, plainArticle, retracted, expired, scheduled];
const { get } = serve({ articles });

describe("problems", () => {
  test("a 404 is sent in the form that the client asks for", async () => {
    const text = await get("/nothing");
    expect([text.status, text.headers.get("content-type")]).toEqual([404, "text/plain; charset=utf-8"]);
    expect(await text.text()).toBe("404 Not found\nThere is nothing at this address.\n");
    const json = await get("/nothing.json");
    expect(json.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    expect(await json.json()).toEqual({ title: "Not found", status: 404, detail: "There is nothing at this address." });
    const xml = await get("/nothing", { accept: "application/atom+xml" });
    expect(xml.headers.get("content-type")).toBe("application/problem+xml; charset=utf-8");
    expect(parseStrictXml(await xml.text()).name).toBe("problem");
    const html = await get("/articles/nothing", NAVIGATION);
    expect(html.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await html.text()).toContain("There is nothing at this address");
    expect((await get("/nothing", {}, "HEAD")).status).toBe(404);
  });

  test.each(["/nothing", "/rss", "/articles/retracted", "/articles/ferry-times"])(
    "%s varies by coding",
    async (path) => {
      expect((await get(path)).headers.get("vary")).toBe("Accept, Accept-Encoding");
    },
  );

  test("a former slug is redirected to the article with 301", async () => {
    const response = await get("/articles/ferry-times");
    expect([response.status, response.headers.get("location")]).toEqual([301, `${ORIGIN}/articles/ferry-timetable`]);
  });

  test.each(["/articles/Ferry-Timetable", "/articles/ferry-timetable/"])(
    "%s is redirected to the article",
    async (path) => {
      const response = await get(path);
      expect([response.status, response.headers.get("location")]).toEqual([301, `${ORIGIN}/articles/ferry-timetable`]);
    },
  );

  test("a retracted article is answered 410 with its reason, and an unpublished one 410 without", async () => {
    const gone = await get("/articles/retracted");
    expect(gone.status).toBe(410);
    expect(await gone.text()).toBe("410 Withdrawn\nThis article was retracted: The figures were of another year.\n");
    expect(await (await get("/articles/expired")).text()).toBe("410 Withdrawn\nThis article is no longer published.\n");
  });

  test.each(["POST", "PUT", "DELETE", "PATCH"])("%s is answered 405 with Allow at every address", async (method) => {
    for (const path of ["/", "/feed", "/rss.xml", "/articles/slipway", "/media/0a/x.png", "/healthz"]) {
      const response = await get(path, {}, method);
      expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
    }
    expect((await get("/nothing", {}, method)).status).toBe(404);
  });

  test("feed addresses of other systems are redirected to the feed", async () => {
    for (const [path, target] of [
      ["/rss/", "/rss.xml"],
      ["/RSS.xml", "/rss.xml"],
      ["/feed/rss2/", "/rss.xml"],
      ["/feed/atom/", "/atom.xml"],
      ["/feed/json", "/feed.json"],
      ["/?feed=rss2", "/rss.xml"],
      ["/?feed=atom", "/atom.xml"],
      ["/index.php?feed=rss", "/rss.xml"],
      ["/index.php/feed/", "/rss.xml"],
      ["/atom/", "/atom.xml"],
      ["/feeds/posts/default", "/atom.xml"],
      ["/feeds/posts/default?alt=rss", "/rss.xml"],
      ["/blog/rss.xml", "/rss.xml"],
      ["/blog/feed/atom/", "/atom.xml"],
      ["/rss", "/rss.xml"],
      ["/feed/", "/feed"],
      ["/feed.xml", "/rss.xml"],
      ["/index.xml", "/rss.xml"],
      ["/atom", "/atom.xml"],
      ["/index.json", "/feed.json"],
    ] as const) {
      const response = await get(path);
      expect([response.status, response.headers.get("location")]).toEqual([301, ORIGIN + target]);
    }
  });

  test("feed addresses of other systems lead to the feed of a section, a tag or an author, if it exists", async () => {
    for (const [path, target] of [
      ["/category/harbour/feed/", "/sections/harbour/rss.xml"],
      ["/category/ferries/?feed=atom", "/tags/ferries/atom.xml"],
      ["/tag/ferries/rss/", "/tags/ferries/rss.xml"],
      ["/tags/ferries/index.xml", "/tags/ferries/rss.xml"],
      ["/author/ada-ferrier/feed/", "/authors/ada-ferrier/rss.xml"],
    ] as const) {
      const response = await get(path);
      expect([path, response.status, response.headers.get("location")]).toEqual([path, 301, ORIGIN + target]);
    }
    for (const path of ["/category/nothing/feed/", "/tag/secret-tag/feed/", "/comments/feed/", "/2019/05/feed/"])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    expect((await get("/tag/ferries/feed/", {}, "POST")).status).toBe(404);
  });

  test.each(["/articles/%FF", "/articles/%00", "/articles/a%2Fb", "/media/%E0%A4%A/x", "/articles/..%2f..%2fetc"])(
    "%s is not found",
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});

describe("a scheduled article", () => {
  test("is nowhere before its minute, and everywhere from then on", async () => {
    const { get, clock } = serve({ articles });
    const paths = ["/", "/feed", "/rss.xml", "/atom.xml", "/feed.json", "/articles/embargoed-merger", "/healthz"];
    const lists = ["/search?q=embargoed", "/archives/2026-07/", "/archives/", "/tags/"];
    for (const path of lists) expect(await (await get(path)).text()).not.toMatch(/embargoed-|secret-tag/);
    const due = Date.UTC(2026, 6, 1);
    const before = [];
    for (const path of paths) {
      const response = await get(path);
      const all = JSON.stringify([...response.headers]) + (await response.text());
      expect(all).not.toMatch(/embargoed|secret-tag/);
      before.push(response.headers.get("etag"));
    }
    clock.now = due - 1_000;
    expect((await get("/rss.xml")).headers.get("cache-control")).toBe("public, max-age=1");
    expect((await get("/rss.xml")).headers.get("etag")).toBe(before[2]);
    clock.now = due;
    for (const path of paths.slice(0, 6)) expect(await (await get(path)).text()).toContain("embargoed-merger");
    for (const path of lists.slice(0, 2)) expect(await (await get(path)).text(), path).toContain("embargoed-merger");
    expect(await (await get("/tags/")).text()).toContain("secret-tag");
    const response = await get("/rss.xml");
    expect(response.headers.get("last-modified")).toBe("Wed, 01 Jul 2026 00:00:00 GMT");
    expect(response.headers.get("etag")).not.toBe(before[2]);
  });
});

describe("feeds", () => {
  test("have from 50 to 99 entries by default, the newest first, fewer if those are too large, and at least one", async () => {
    const many = Array.from({ length: 120 }, (_, index) =>
      articleNamed(`a${index}`, { published: time(`2026-03-01T${stamp(index)}Z`), body: "<p>x</p>" }),
    );
    const items = async (setting: Parameters<typeof serve>[0]) => {
      const feed: { items: { url: string }[] } = await (await serve(setting).get("/feed.json")).json();
      return feed.items.map(({ url }) => url.slice(url.lastIndexOf("/") + 1));
    };
    const all = await items({ articles: many });
    expect([all.length, all[0], all.at(-1)]).toEqual([70, "a119", "a50"]);
    expect(await items({ articles: many, vars: { FEED_ENTRIES: 3 } })).toEqual(["a119", "a118", "a117"]);
    const long = many.map((article) => ({ ...article, body: `<p>${"x".repeat(6_000)}</p>` }));
    expect(await items({ articles: long, vars: { FEED_BYTES: "20000" } })).toEqual(["a119", "a118"]);
    expect(await items({ articles: long, vars: { FEED_BYTES: 10_000 } })).toEqual(["a119"]);
  });

  test("have the same bytes and validators at any time and in any isolate", async () => {
    for (const path of ["/", "/rss.xml", "/atom.xml", "/feed.json", "/articles/slipway"]) {
      const first = await get(path);
      const other = serve({ articles });
      other.clock.now += 86_400_000;
      const second = await other.get(path);
      expect(second.headers.get("etag")).toBe(first.headers.get("etag"));
      expect(second.headers.get("last-modified")).toBe(first.headers.get("last-modified"));
      expect(await second.text()).toBe(await first.text());
    }
  });

  test("have links to the configured address, whatever the Host header is", async () => {
    const { get } = serve();
    const response = await get("/feed.json", { host: "evil.example", "x-forwarded-host": "evil.example" });
    expect(await response.text()).not.toContain("evil.example");
  });
});

describe("pages", () => {
  test("run no script, load nothing of other origins except media, and cannot be framed", async () => {
    for (const path of ["/", "/articles/slipway"]) {
      const { headers } = await get(path);
      expect(headers.get("content-security-policy")).toBe(
        "default-src 'none'; style-src 'self'; img-src http: https: data:; media-src http: https:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      );
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("cache-control")).toBe("public, max-age=60");
      expect(headers.get("content-language")).toBe("en");
    }
  });

  test("have an immutable style sheet", async () => {
    const [, href = ""] = /<link rel="stylesheet" href="([^"]+)"/.exec(await (await get("/")).text()) ?? [];
    const { status, headers } = await get(href);
    expect([status, headers.get("content-type")]).toEqual([200, "text/css; charset=utf-8"]);
    expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  });
});

test("/healthz names the publication and is not cached", async () => {
  const response = await get("/healthz");
  expect(await response.json()).toEqual({ status: "ok", publication: "Harbour & Hill" });
  expect(response.headers.get("cache-control")).toBe("no-store");
});

test("a request is logged in one line, without the address of the client and the query", async () => {
  const { get, log } = serve();
  await get("/rss.xml?key=secret", { "user-agent": "Reader/1", "accept-encoding": "gzip" });
  expect(log).toEqual([
    {
      message: "request",
      level: "info",
      time: "2026-06-01T12:00:00.000Z",
      method: "GET",
      path: "/rss.xml",
      status: 200,
      representation: "rendered",
      coding: "gzip",
      userAgent: "Reader/1",
    },
  ]);
});

/** `hh:mm:ss` of a minute, counted from 0. */
function stamp(minute: number): string {
  return new Date(minute * 60_000).toISOString().slice(11, 19);
}
