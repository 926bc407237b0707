import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { emptyRepository } from "./import-in.ts";

const { run, names } = emptyRepository();

let server: Server;
let origin = "";
/** What the site answers, by path. Anything else is 404. */
let site: Record<string, string> = {};
let asked: string[] = [];

const feed = (name: string) =>
  `<?xml version="1.0"?><!-- <b>a comment</b> --><rss version="2.0"><channel><link>${origin}/</link><item><title>${name}</title><link>/${name}</link><pubDate>Wed, 01 May 2019 09:30:00 GMT</pubDate><description>Text.</description></item></channel></rss>`;
const page = (...links: readonly string[]) =>
  `<!DOCTYPE html><html><head><title>x</title>${links.join("")}</head><body></body></html>`;
const link = (type: string, href: string, title = "") =>
  `<link rel="alternate" type="${type}" title="${title}" href="${href}">`;
const RSS = "application/rss+xml";

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const body = site[request.url ?? ""];
    response.writeHead(body === undefined ? 404 : 200, { "content-type": "text/html" }).end(body ?? "none");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server with a port has an address with one.
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
});
beforeEach(() => {
  site = {};
  asked = [];
});
afterAll(() => server.close());

const importedFrom = async (path: string) => {
  const { problems } = await run(origin + path, "--allow-private");
  return problems.length > 0 ? problems.map((line) => line.replaceAll(origin, "")) : names();
};

describe("the feed of a page", () => {
  it("is not WordPress's interface for programs, nor oEmbed, nor the feed of comments", async () => {
    site = {
      "/": page(
        link("application/json", "/wp-json/wp/v2/pages/2", "JSON"),
        link("application/json+oembed", "/wp-json/oembed/1.0/embed?url=x"),
        link("text/xml+oembed", "/wp-json/oembed/1.0/embed?url=x&format=xml"),
        link(RSS, "/comments/feed/", "Harbour » Comments Feed"),
        link(RSS, "/feed/", "Harbour » Feed"),
      ),
      "/wp-json/wp/v2/pages/2": '{"id":2}',
      "/comments/feed/": feed("comments"),
      "/feed/": feed("main"),
    };
    expect(await importedFrom("/")).toEqual(["main.html"]);
    expect(asked).toEqual(["/", "/feed/"]);
  });

  it.each([
    ["of comments in another language", "Hafen » Kommentar-Feed", "Hafen » Ebbe Kommentar-Feed", "Hafen » Feed"],
    ["of comments in Japanese", "港 » コメントフィード", "港 » 引き潮 コメントフィード", "港 » フィード"],
  ])("is not that %s on the page of a post", async (_, all, own, main) => {
    site = {
      "/ebbe/": page(link(RSS, "/ebbe/feed/", own), link(RSS, "/comments/feed/", all), link(RSS, "/feed/", main)),
      "/ebbe/feed/": feed("own"),
      "/feed/": feed("main"),
    };
    expect(await importedFrom("/ebbe/")).toEqual(["main.html"]);
  });

  it("is that of the section that the page shows", async () => {
    site = {
      "/category/quays/": page(
        link(RSS, "/feed/", "Harbour » Feed"),
        link(RSS, "/comments/feed/", "Harbour » Comments Feed"),
        link(RSS, "/category/quays/feed/", "Harbour » Quays Category Feed"),
      ),
      "/category/quays/feed/": feed("quays"),
      "/feed/": feed("main"),
    };
    expect(await importedFrom("/category/quays/")).toEqual(["quays.html"]);
  });

  it.each([
    ["a link in the text", '<p><a rel="feed" href="/x">Feed</a></p>'],
    ["a link of the relation feed", '<link rel="feed" href="/x">'],
    [
      "a media type with parameters in capitals",
      '<link rel="ALTERNATE" type="Application/RSS+XML; charset=utf-8" href="/x">',
    ],
    ["an unregistered media type", '<link rel="alternate" type="text/xml" title="RSS" href="/x">'],
    ["a base", '<base href="/"><link rel=alternate type=application/atom+xml href=x>'],
  ])("is found by %s", async (_, html) => {
    site = { "/a/b": page(html), "/x": feed("x") };
    expect(await importedFrom("/a/b")).toEqual(["x.html"]);
  });

  it("is the next one if the first is no feed", async () => {
    site = { "/": page(link(RSS, "/gone"), link(RSS, "/page"), link(RSS, "/x")), "/page": page(), "/x": feed("x") };
    expect(await importedFrom("/")).toEqual(["x.html"]);
  });

  it("is that of the home page that the page names", async () => {
    site = { "/a/b": page('<link rel="home" href="/start">'), "/start": page(link(RSS, "/x")), "/x": feed("x") };
    expect(await importedFrom("/a/b")).toEqual(["x.html"]);
  });

  it.each([
    "/feed/",
    "/rss/",
    "/rss.xml",
    "/feed.xml",
    "/index.xml",
    "/atom.xml",
    "/feeds/posts/default",
    "/blog/feed/",
  ])("is at the usual address %s if the page names none, and a page there is no feed", async (path) => {
    site = { "/rss.xml": page(), "/index.xml": "<urlset></urlset>", "/feed.json": '{"error":1}', "/blog/": page() };
    site[path] = feed("found");
    expect(await importedFrom("/blog/")).toEqual(["found.html"]);
  });

  it("is at /feed.json", async () => {
    site = {
      "/": page(),
      "/feed.json": JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        items: [{ id: "1", title: "j", url: "/j", content_text: "j", date_published: "2019-05-01T09:30:00Z" }],
      }),
    };
    expect(await importedFrom("/")).toEqual(["j.html"]);
  });

  it("is named in the report", async () => {
    site = { "/": page(link(RSS, "/x")), "/x": feed("x") };
    expect((await run(`${origin}/`, "--allow-private")).summary[0]).toBe(
      `${origin}/ is a page; read its feed ${origin}/x`,
    );
  });

  it("is missed with a message that says what was tried", async () => {
    site = { "/": page(), "/feed/": page() };
    expect(await importedFrom("/")).toEqual([
      "/: a page that names no feed (tried /feed/: is no feed; /index.xml, /rss/, /rss.xml, /feed.xml, /atom.xml, /feed.json, /feeds/posts/default: answered 404; expected 200); give the feed's own address",
    ]);
  });
});
