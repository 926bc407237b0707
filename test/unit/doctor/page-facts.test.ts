import { describe, expect, it } from "vitest";
import { pageFacts } from "../../../src/doctor/facts/page-facts.ts";
import { beginsAsFeed, wellKnownFeeds } from "../../../src/doctor/facts/well-known-feeds.ts";

const SITE = "https://old.example.org";
const link = (type: string, href: string, title = "") =>
  `<link rel="alternate" type="${type}" title="${title}" href="${href}">`;

function feedsOf(html: string): { readonly feeds: readonly string[]; readonly comments: readonly string[] } {
  const { feedLinks, commentLinks } = pageFacts(html, `${SITE}/`);
  const paths = (links: readonly { readonly href: string }[]) => links.map(({ href }) => href.replace(SITE, ""));
  return { feeds: paths(feedLinks), comments: paths(commentLinks) };
}

describe("a link of a page to its feeds", () => {
  it.each([
    ["WordPress's interface", link("application/json", "/wp-json/wp/v2/posts/1", "JSON")],
    ["WordPress's interface without permalinks", link("application/json", "/index.php?rest_route=/wp/v2/pages/2")],
    ["Drupal's interface", link("application/json", "/node/1?_format=json")],
    ["oEmbed", link("application/json+oembed", "/oembed?url=x") + link("text/xml+oembed", "/oembed?url=x&format=xml")],
    ["another XML document", link("text/xml", "/sitemap.xml", "Site map")],
    ["ActivityPub", link("application/activity+json", "/users/a")],
    ["another language", '<link rel="alternate" hreflang="de" href="/de/">'],
    ["a style sheet", '<link rel="alternate stylesheet" type="application/rss+xml" href="/x.xsl">'],
    [
      "a link in a script or a comment",
      `<!-- ${link("application/rss+xml", "/a")} --><script>"${link("application/rss+xml", "/b")}"</script>`,
    ],
    ["a link in the text to anything else", '<a type="application/rss+xml" href="/feed">Feed</a>'],
  ])("is not %s", (_, html) => {
    expect(feedsOf(html)).toEqual({ feeds: [], comments: [] });
  });

  it.each([
    ["RSS", link("application/rss+xml", "/feed"), "/feed"],
    ["RDF", link("application/rdf+xml", "/index.rdf"), "/index.rdf"],
    ["JSON Feed 1", link("application/json", "/feed.json", "JSON Feed"), "/feed.json"],
    ["RSS as text/xml", link("text/xml", "/rss", "Harbour"), "/rss"],
    ["an address with a query", link("application/xml", "/?feed=rss2"), "/?feed=rss2"],
    ["an opinion section", link("application/rss+xml", "/comment/rss", "Comment & opinion"), "/comment/rss"],
  ])("is %s", (_, html, path) => {
    expect(feedsOf(html)).toEqual({ feeds: [path], comments: [] });
  });

  it.each([
    ["WordPress", "/comments/feed/", ""],
    ["WordPress without permalinks", "/?feed=comments-rss2", ""],
    ["Blogger", "/feeds/comments/default", ""],
    ["a post of Blogger", "/feeds/7312/comments/default", ""],
    ["a title", "/c.xml", "Harbour: Comments"],
    ["a German title", "/c.xml", "Hafen » Kommentare"],
  ])("is told from that of comments, by %s", (_, path, title) => {
    expect(feedsOf(link("application/atom+xml", path, title) + link("application/atom+xml", "/main"))).toEqual({
      feeds: ["/main"],
      comments: [path],
    });
  });

  it("with one title for all feeds is not taken for that of comments", () => {
    const all = ["/comments/feed/", "/feed/"].map((path) => link("application/rss+xml", path, "Harbour")).join("");
    expect(feedsOf(all)).toEqual({ feeds: ["/feed/"], comments: ["/comments/feed/"] });
  });
});

it("a page names its home page only on its own host", () => {
  expect(pageFacts('<a rel="home" href="/start">x</a>', `${SITE}/a`).home).toBe(`${SITE}/start`);
  expect(pageFacts('<link rel="home" href="http://10.0.0.1/">', `${SITE}/a`).home).toBeUndefined();
});

it("the usual addresses of feeds begin with those of the section", () => {
  expect(wellKnownFeeds(`${SITE}/blog/post`).slice(0, 4)).toEqual(
    ["/blog/feed/", "/blog/index.xml", "/feed/", "/rss/"].map((path) => SITE + path),
  );
  expect(wellKnownFeeds(`${SITE}/`)).toHaveLength(8);
  expect(wellKnownFeeds("mailto:a@example.org")).toEqual([]);
});

it.each([
  ['<?xml version="1.0"?><!-- <html> --><rss version="2.0">', true],
  ['<rdf:RDF xmlns:rdf="x">', true],
  ["<feed><entry><content><html></html>", true],
  ['{"version":"https:\\/\\/jsonfeed.org\\/version\\/1"', true],
  ['{"title":"x","items":[', true],
  ["<!doctype html><html><body><rss>", false],
  ["<urlset>", false],
  ['<opml version="2.0"><outline type="rss"/>', false],
  ["<!-- <rss> ", false],
  ['{"error":404}', false],
  ["", false],
])("%s begins as a feed: %s", (start, expected) => {
  expect(beginsAsFeed(start)).toBe(expected);
});
