import { describe, expect, it } from "vitest";
import type { Page } from "../../src/model/page.ts";
import { articlesOfFixture } from "../fixtures/file-content.ts";
import { fullArticle, ORIGIN } from "../fixtures/full-article.ts";
import { childOf, childrenOf, parseStrictXml } from "../strict-xml.ts";
import { serve } from "./serve.ts";

const page = (slug: string, more: Partial<Page> = {}): Page => ({
  slug,
  url: `${ORIGIN}/${encodeURIComponent(slug)}`,
  title: `About ${slug}`,
  description: "Who we are",
  language: "en",
  body: `<p>We write about two towns. <a href="${ORIGIN}/articles/${fullArticle.slug}">The ferry</a></p>`,
  navigation: "none",
  status: "published",
  ...more,
});

const ABOUT = page("about", { navigation: "header", title: "About us", formerPaths: ["/about-us/", "/?page_id=7"] });
const IMPRINT = page("imprint", { navigation: "footer", title: "Impressum", language: "de", order: 1 });
const HIDDEN = page("straße", { title: "Not linked" });
const { get } = serve({ articles: articlesOfFixture, artifact: { pages: [ABOUT, IMPRINT, HIDDEN] } });
const without = serve({ articles: articlesOfFixture });
const textOf = async (path: string) => (await get(path)).text();

describe("a page", () => {
  it("is at its path, with the headers of a page", async () => {
    const response = await get("/about");
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(response.headers.get("cache-control")).toBe("public, max-age=60");
    expect(response.headers.get("last-modified")).not.toBeNull();
    expect(text).toContain("<h1>About us</h1>");
    expect(text).toContain(`<link rel="canonical" href="${ORIGIN}/about"`);
    expect(text).toContain('<meta name="description" content="Who we are"');
    expect(text).not.toContain("<time");
  });

  it("answers HEAD and conditional requests as an article does", async () => {
    const whole = await get("/about");
    const head = await get("/about", {}, "HEAD");
    expect(await head.text()).toBe("");
    expect(head.headers.get("etag")).toBe(whole.headers.get("etag"));
    const held = await get("/about", { "If-None-Match": whole.headers.get("etag") ?? "" });
    expect([held.status, await held.text()]).toEqual([304, ""]);
    expect((await get("/about", { "If-Modified-Since": "Mon, 01 Jun 2026 12:00:00 GMT" })).status).toBe(304);
    expect((await get("/about", { "If-Match": '"x"' })).status).toBe(412);
  });

  it.each([
    ["/about/", `${ORIGIN}/about`],
    ["/About", `${ORIGIN}/about`],
    ["/about-us", `${ORIGIN}/about`],
    ["/about-us/", `${ORIGIN}/about`],
    ["/?page_id=7", `${ORIGIN}/about`],
    ["/stra%C3%9Fe/", `${ORIGIN}/stra%C3%9Fe`],
  ])("is found from %s", async (path, location) => {
    const response = await get(path);
    expect([response.status, response.headers.get("location")]).toEqual([301, location]);
  });

  it.each([
    ["POST", "/about", 405],
    ["OPTIONS", "/about", 204],
    ["GET", "/abouts", 404],
    ["POST", "/abouts", 404],
    ["GET", "/about/us", 404],
    ["GET", "/%E0%A4%A", 404],
    ["GET", "/stra%C3%9Fe", 200],
    ["GET", "/articles/about", 404],
  ])("%s %s is answered with %i", async (method, path, status) => {
    expect((await get(path, {}, method)).status).toBe(status);
  });

  it("marks its language, and the links to it do", async () => {
    expect(await textOf("/imprint")).toMatch(/<div class="story" lang="de">/);
    expect(await textOf("/")).toContain('<bdi lang="de">Impressum</bdi>');
  });
});

describe("the links to pages", () => {
  it.each([
    ["/"],
    [`/articles/${fullArticle.slug}`],
    ["/about"],
    ["/feeds"],
    ["/sections/harbour/"],
    ["/?q=ferry"],
    ["/search"],
    ["/search?q=ferry"],
    ["/tags/"],
    ["/archives/"],
    ["/nothing"],
  ])("are in header and footer of %s", async (path) => {
    const html = await (await get(path, { Accept: "text/html" })).text();
    const [header = ""] = /<header class="masthead">.*?<\/header>/s.exec(html) ?? [];
    const [footer = ""] = /<footer class="site">.*<\/footer>/s.exec(html) ?? [];
    expect(header).toContain(`<a href="${ORIGIN}/about"><bdi>About us</bdi></a>`);
    expect(footer).toContain(`href="${ORIGIN}/imprint"`);
    expect(header + footer).not.toContain("Not linked");
  });

  it("are in the page about a feed, which a browser gets", async () => {
    const response = await get("/rss.xml", { "Sec-Fetch-Dest": "document" });
    expect(await response.text()).toContain(`href="${ORIGIN}/about"`);
  });

  it.each(["/rss.xml", "/atom.xml", "/feed.json", "/feeds.opml"])(
    "are not in %s, which they do not change",
    async (path) => {
      const [one, other] = await Promise.all([get(path), without.get(path)]);
      expect(await one.text()).toBe(await other.text());
      expect(one.headers.get("etag")).toBe(other.headers.get("etag"));
      expect(one.headers.get("last-modified")).toBe(other.headers.get("last-modified"));
    },
  );
});

it("the sitemap has every page that is not a draft, linked to or not", async () => {
  const urlset = parseStrictXml(await textOf("/sitemap.xml"));
  const addresses = childrenOf(urlset, "url").map((each) => childOf(each, "loc").text);
  expect(addresses).toContain(`${ORIGIN}/about`);
  expect(addresses).toContain(`${ORIGIN}/imprint`);
  expect(addresses).toContain(`${ORIGIN}/stra%C3%9Fe`);
});
