import Parser from "rss-parser";
import { describe, expect } from "vitest";
import { exchange } from "../harness/exchange.ts";
import { describeWith } from "../harness/installed.ts";
import { runToSuccess } from "../harness/run-command.ts";
import { test } from "../harness/served-test.ts";
import { readArticlesThatAreOut } from "../harness/written-articles.ts";
import { feedsInHeader, feedsInPage } from "./discover-feeds.ts";
import { XML_FEED, XML_FEED_PACKAGE } from "./perl-readers.ts";

describe("a reader that is given the address of a page", () => {
  test("finds the same feeds in the page and in the header", async ({ server }) => {
    const { origin, root } = server;
    const expected = {
      "application/rss+xml": `${origin}/rss.xml`,
      "application/atom+xml": `${origin}/atom.xml`,
      "application/feed+json": `${origin}/feed.json`,
    };
    const paths = ["/", ...readArticlesThatAreOut(root).map(({ slug }) => `/articles/${encodeURIComponent(slug)}`)];
    for (const path of paths) {
      const page = await server.get(path, { accept: "text/html" });
      expect(feedsInPage(page.text, origin + path), path).toEqual(expected);
      expect(feedsInHeader(String(page.headers.link), origin + path), path).toEqual(expected);
      const { headers } = await exchange(origin, path, { method: "HEAD" });
      expect(headers.link, path).toBe(page.headers.link);
    }
  });

  test("finds at each address the form that the page names", async ({ server }) => {
    const { origin } = server;
    const { text } = await server.get("/");
    for (const [mediaType, address] of Object.entries(feedsInPage(text, origin))) {
      const feed = await exchange(origin, new URL(address).pathname);
      expect([feed.status, feed.headers["content-type"]]).toEqual([200, `${mediaType}; charset=utf-8`]);
      const self = /<([^>]*)>; rel="self"/.exec(String(feed.headers.link))?.[1];
      expect(self).toBe(address);
    }
  });

  describeWith(XML_FEED_PACKAGE, "XML::Feed", () => {
    test("finds RSS and Atom in the page", async ({ server }) => {
      const { origin, scratch } = server;
      const find = ["-MXML::Feed", "-e", 'print join " ", XML::Feed->find_feeds(shift)', `${origin}/`];
      const environment = { PATH: String(process.env.PATH), HOME: scratch };
      const found = await runToSuccess(XML_FEED.program, find, { cwd: scratch, environment });
      expect(found.split(" ")).toEqual(expect.arrayContaining([`${origin}/rss.xml`, `${origin}/atom.xml`]));
    });
  });

  test("gets the form it asks for at the negotiating address", async ({ server }) => {
    const parser = new Parser();
    const negotiated = await parser.parseURL(`${server.origin}/feed`);
    expect(negotiated.feedUrl).toBe(`${server.origin}/rss.xml`);
    expect(negotiated).toEqual(await parser.parseURL(`${server.origin}/rss.xml`));
  });
});
