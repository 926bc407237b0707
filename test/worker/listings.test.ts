import { describe, expect, test } from "vitest";
import { articleNamed } from "../fixtures/file-content.ts";
import { ORIGIN, publication, time } from "../fixtures/full-article.ts";
import { childOf, childrenOf, parseStrictXml } from "../strict-xml.ts";
import { serve } from "./serve.ts";

const recent = (name: string, published: string, overrides = {}) =>
  articleNamed(name, { published: time(published), ...overrides });
const articles = [
  recent("old", "2026-05-01T00:00:00Z", { tags: ["Ferries"], section: "harbour", byline: [{ name: "Ada & Bo" }] }),
  recent("dropping", "2026-05-30T12:00:01Z", { language: "zh-TW" }),
  recent("fresh", "2026-06-01T10:00:00+02:00", { title: "Fresh & <new>", tags: ["ferries"] }),
  recent("embargoed", "2026-06-01T12:30:00Z", { tags: ["secret-tag"], byline: [{ name: "Secret Author" }] }),
  articleNamed("retracted", {
    status: "retracted",
    tags: ["gone-tag"],
    retraction: { time: time("2026-03-01T00:00:00Z"), reason: "x" },
  }),
];
const INDEXES = ["/sections/", "/tags/", "/authors/", "/archives/", "/archives/2026-06/"];
const PATHS = ["/feeds", "/feeds.opml", "/sitemap.xml", "/news-sitemap.xml", "/robots.txt", ...INDEXES];
const xml = async (path: string, setting = { articles }) =>
  parseStrictXml(await (await serve(setting).get(path)).text());

test("the OPML document lists every feed once, in groups", async () => {
  const opml = await xml("/feeds.opml");
  expect(childrenOf(childOf(opml, "head"), "title")[0]?.text).toBe("Harbour & Hill");
  const outlines = childrenOf(childOf(opml, "body"), "outline").map(({ attributes, children }) =>
    children.length > 0 ? [attributes.text, ...children.map((child) => child.attributes)] : attributes,
  );
  const outline = (title: string, path: string, description = publication.description) => ({
    type: "rss",
    text: title,
    title,
    description,
    xmlUrl: `${ORIGIN}${path}rss.xml`,
    htmlUrl: ORIGIN + path,
  });
  expect(outlines).toEqual([
    outline("Harbour & Hill", "/"),
    ["Sections", outline("Harbour — Harbour & Hill", "/sections/harbour/", "Ships and tides")],
    ["Topics", outline("Ferries — Harbour & Hill", "/tags/ferries/", "Articles tagged “Ferries” in Harbour & Hill")],
    ["Authors", outline("Ada & Bo — Harbour & Hill", "/authors/ada-bo/", "Articles by Ada & Bo in Harbour & Hill")],
  ]);
});

test("the sitemap lists every public page with its last change", async () => {
  const urls = childrenOf(await xml("/sitemap.xml"), "url").map((url) => [
    childOf(url, "loc").text.slice(ORIGIN.length),
    childrenOf(url, "lastmod")[0]?.text,
  ]);
  expect(urls).toEqual([
    ["/", "2026-06-01T08:00:00Z"],
    ["/sections/harbour/", "2026-05-01T00:00:00Z"],
    ["/tags/ferries/", "2026-06-01T08:00:00Z"],
    ["/authors/ada-bo/", "2026-05-01T00:00:00Z"],
    ["/articles/old", "2026-05-01T00:00:00Z"],
    ["/articles/dropping", "2026-05-30T12:00:01Z"],
    ["/articles/fresh", "2026-06-01T08:00:00Z"],
  ]);
});

test("the last change of a page in the sitemap equals its Last-Modified", async () => {
  const { get } = serve({ articles });
  for (const url of childrenOf(parseStrictXml(await (await get("/sitemap.xml")).text()), "url")) {
    const { headers } = await get(childOf(url, "loc").text.slice(ORIGIN.length));
    expect(Date.parse(childOf(url, "lastmod").text)).toBe(Date.parse(headers.get("last-modified") ?? ""));
  }
});

test("a sitemap of one file has no numbered files", async () => {
  const { get } = serve({ articles });
  for (const part of ["0", "1", "2", "x"]) expect((await get(`/sitemaps/${part}.xml`)).status).toBe(404);
});

describe("the news sitemap", () => {
  test("lists the articles of the last two days with the elements that Google reads", async () => {
    const news = childrenOf(await xml("/news-sitemap.xml"), "url").map((url) => {
      const about = childOf(url, "news:news");
      const from = childOf(about, "news:publication");
      return [
        childOf(url, "loc").text,
        childOf(about, "news:title").text,
        childOf(about, "news:publication_date").text,
        childOf(from, "news:name").text,
        childOf(from, "news:language").text,
      ];
    });
    expect(news).toEqual([
      [`${ORIGIN}/articles/fresh`, "Fresh & <new>", "2026-06-01T10:00:00+02:00", "Harbour & Hill", "en"],
      [`${ORIGIN}/articles/dropping`, "About dropping", "2026-05-30T12:00:01Z", "Harbour & Hill", "zh-tw"],
    ]);
  });

  test("lists the newest 1,000 articles at most", async () => {
    const many = Array.from({ length: 1_001 }, (_, index) =>
      recent(`a${index}`, `2026-06-01T0${Math.floor(index / 3_600)}:${stamp(index)}Z`),
    );
    const urls = childrenOf(await xml("/news-sitemap.xml", { articles: many }), "url");
    expect(urls).toHaveLength(1_000);
    expect(urls.map((url) => childOf(url, "loc").text)).not.toContain(`${ORIGIN}/articles/a0`);
  });

  test("is last modified when the last article became too old, even if that is long ago", async () => {
    const { get, clock } = serve({ articles: [recent("last", "2026-05-01T00:00:00Z")] });
    const lastModified = async () => (await get("/news-sitemap.xml")).headers.get("last-modified");
    expect(await lastModified()).toBe("Sun, 03 May 2026 00:00:00 GMT");
    clock.now = Date.UTC(2026, 11, 1);
    expect(await lastModified()).toBe("Sun, 03 May 2026 00:00:00 GMT");
  });

  test("dates a scheduled article by the time at which it became public", async () => {
    const scheduled = recent("scheduled", "2026-04-01T00:00:00+02:00", {
      scheduledFor: time("2026-06-01T09:00:00+02:00"),
    });
    const [url] = childrenOf(await xml("/news-sitemap.xml", { articles: [scheduled] }), "url");
    expect(url && childOf(childOf(url, "news:news"), "news:publication_date").text).toBe("2026-06-01T09:00:00+02:00");
  });

  test("drops an article after two days, and lists another one from the minute at which it is published", async () => {
    const { get, clock } = serve({ articles });
    expect((await get("/news-sitemap.xml")).headers.get("cache-control")).toBe("public, max-age=1");
    clock.now += 1_000;
    const later = await get("/news-sitemap.xml");
    expect(await later.text()).not.toContain("dropping");
    expect(later.headers.get("last-modified")).toBe("Mon, 01 Jun 2026 12:00:01 GMT");
    clock.now = Date.UTC(2026, 5, 1, 12, 30);
    expect(await (await get("/news-sitemap.xml")).text()).toContain("/articles/embargoed");
  });
});

test.each(["/feeds", "/feeds.opml", "/sitemap.xml"])(
  "%s changes at the minute at which an article is published",
  async (path) => {
    const { get, clock } = serve({ articles });
    const due = Date.UTC(2026, 5, 1, 12, 30);
    const before = await get(path);
    clock.now = due - 1_000;
    const last = await get(path);
    expect(last.headers.get("etag")).toBe(before.headers.get("etag"));
    expect(last.headers.get("cache-control")).toBe("public, max-age=1");
    clock.now = due;
    const after = await get(path);
    expect(await after.text()).toContain("/tags/secret-tag/");
    expect(after.headers.get("last-modified")).toBe("Mon, 01 Jun 2026 12:30:00 GMT");
  },
);

test("an article does not change robots.txt", async () => {
  const { get, clock } = serve({ articles });
  const validators = async () => {
    const { headers } = await get("/robots.txt");
    return ["etag", "last-modified", "cache-control"].map((name) => headers.get(name));
  };
  const before = await validators();
  expect(before[2]).toBe("public, max-age=300");
  clock.now = Date.UTC(2026, 5, 1, 12, 29, 59);
  expect(await validators()).toEqual(before);
  clock.now += 60_000;
  expect(await validators()).toEqual(before);
});

test("robots.txt allows everything and names the sitemaps", async () => {
  const response = await serve({ articles }).get("/robots.txt");
  expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(await response.text()).toBe(
    `User-agent: *\nDisallow:\n\nSitemap: ${ORIGIN}/sitemap.xml\nSitemap: ${ORIGIN}/news-sitemap.xml\n`,
  );
});

test("/favicon.ico is redirected to the icon, or answered 404 if the publication has none", async () => {
  const response = await serve().get("/favicon.ico");
  expect([response.status, response.headers.get("location")]).toEqual([301, publication.icon?.url]);
  const { icon: _, ...plain } = publication;
  expect((await serve({ artifact: { publication: plain } }).get("/favicon.ico")).status).toBe(404);
});

test("no listing contains or counts an article that is not public", async () => {
  const { get } = serve({ articles });
  for (const path of PATHS) expect(await (await get(path)).text()).not.toMatch(/embargoed|secret|gone-tag/i);
});

test.each(PATHS)("%s has validators, answers HEAD and refuses POST", async (path) => {
  const { get } = serve({ articles });
  const { status, headers } = await get(path);
  expect(status).toBe(200);
  expect((await get(path, { "if-none-match": headers.get("etag") ?? "" })).status).toBe(304);
  expect((await get(path, { "if-modified-since": headers.get("last-modified") ?? "" })).status).toBe(304);
  expect((await get(path, { "accept-encoding": "gzip" })).headers.get("vary")).toBe("Accept-Encoding");
  expect((await get(path, {}, "HEAD")).headers.get("etag")).toBe(headers.get("etag"));
  expect((await get(path, {}, "POST")).status).toBe(405);
});

describe("discovery", () => {
  const { get } = serve({ articles });
  const linksOf = async (path: string) => {
    const response = await get(path);
    const inPage = [
      ...(await response.text()).matchAll(/<link rel="alternate" type="([^"]+)" title="([^"]+)" href="([^"]+)"/g),
    ];
    const inHeader = [
      ...(response.headers.get("link") ?? "").matchAll(
        /<([^>]+)>; rel="alternate"; type="([^"]+)"; title(?:\*=UTF-8''([^,]+)|="([^"]+)")/g,
      ),
    ];
    const header = inHeader.map(([, href, type, encoded, plain]) => [
      type,
      encoded === undefined ? plain : decodeURIComponent(encoded),
      href,
    ]);
    expect(header).toEqual(inPage.map(([, type, title = "", href]) => [type, title.replaceAll("&amp;", "&"), href]));
    return inPage.map(([, , , href = ""]) => href.slice(ORIGIN.length));
  };
  const three = (prefix: string) => ["rss.xml", "atom.xml", "feed.json"].map((form) => prefix + form);

  test.each([
    ["/", three("/")],
    ["/tags/ferries/", [...three("/tags/ferries/"), ...three("/")]],
    ["/articles/old", [...three("/"), ...three("/sections/harbour/")]],
    ["/articles/fresh", three("/")],
    ["/feeds", three("/")],
  ])("%s links to the feeds that fit it, in its head and in the Link header alike", async (path, feeds) => {
    expect(await linksOf(path)).toEqual([...feeds, "/feeds.opml"]);
  });

  test("every page links to the list of all feeds, as a page and as OPML", async () => {
    for (const path of ["/", "/articles/old", "/feeds"]) {
      const html = await (await get(path)).text();
      expect(html).toContain(`<a href="${ORIGIN}/feeds">All feeds</a>`);
      expect(html).toContain(
        `<link rel="alternate" type="text/x-opml" title="All feeds" href="${ORIGIN}/feeds.opml"/>`,
      );
    }
  });

  test("a title with a quotation mark or beyond ASCII is encoded in the Link header", async () => {
    const { get } = serve({ articles, artifact: { publication: { ...publication, title: 'Häfen "heute"' } } });
    // The first two links are the address of the page and its hub.
    const [, , first] = (await get("/")).headers.get("link")?.split(", ") ?? [];
    expect(first).toBe(
      `<${ORIGIN}/rss.xml>; rel="alternate"; type="application/rss+xml"; title*=UTF-8''H%C3%A4fen%20%22heute%22%20%28RSS%29`,
    );
  });

  test("/feeds/ is redirected to /feeds", async () => {
    const response = await get("/feeds/");
    expect([response.status, response.headers.get("location")]).toEqual([301, `${ORIGIN}/feeds`]);
  });
});

/** `mm:ss` of a second, counted from 0. */
function stamp(second: number): string {
  return new Date((second % 3_600) * 1_000).toISOString().slice(14, 19);
}
