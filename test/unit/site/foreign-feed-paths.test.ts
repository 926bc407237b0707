import { describe, expect, it } from "vitest";
import { scopeKey } from "../../../src/model/scope.ts";
import { foreignFeed } from "../../../src/site/foreign-feed-paths.ts";

function found(address: string) {
  const feed = foreignFeed(new URL(address, "https://news.example.org"));
  return feed && [...feed.scopes.map(scopeKey), feed.path].join(" ");
}

describe("foreignFeed", () => {
  it.each([
    // WordPress
    ["/rss/", "everything /rss.xml"],
    ["/feed/rdf/", "everything /rss.xml"],
    ["/feed/atom/", "everything /atom.xml"],
    ["/?feed=rss2", "everything /rss.xml"],
    ["/?feed=ATOM", "everything /atom.xml"],
    ["/category/harbour/feed/", "sections/harbour tags/harbour /rss.xml"],
    ["/category/world/europe/feed/atom/", "sections/europe tags/europe /atom.xml"],
    ["/category/harbour/?feed=json", "sections/harbour tags/harbour /feed.json"],
    ["/tag/web-standards/feed/", "tags/web-standards sections/web-standards /rss.xml"],
    ["/author/mara/feed/", "authors/mara /rss.xml"],
    ["/blog/category/harbour/feed", "sections/harbour tags/harbour /rss.xml"],
    ["/index.php/category/harbour/feed/", "sections/harbour tags/harbour /rss.xml"],
    // Ghost
    ["/tag/harbour/rss/", "tags/harbour sections/harbour /rss.xml"],
    ["/author/mara/rss/", "authors/mara /rss.xml"],
    // Hugo
    ["/index.xml", "everything /rss.xml"],
    ["/tags/harbour/index.xml", "tags/harbour /rss.xml"],
    ["/posts/index.xml", "sections/posts everything /rss.xml"],
    ["/world/index.xml", "sections/world /rss.xml"],
    // Jekyll
    ["/feed/harbour.xml", "sections/harbour tags/harbour /rss.xml"],
    ["/feed/by_tag/harbour.xml", "tags/harbour sections/harbour /rss.xml"],
    // Blogger
    ["/feeds/posts/default?alt=rss", "everything /rss.xml"],
    ["/feeds/posts/default/-/Web%20Standards", "tags/web-standards sections/web-standards /atom.xml"],
    // Addresses of ours with a slash too many
    ["/tags/harbour/feed/", "tags/harbour /feed"],
    ["/tags/%E6%96%B0%E8%81%9E/rss/", "tags/新聞 /rss.xml"],
    ["/author/100%/feed/", "authors/100 /rss.xml"],
  ])("finds the feed that %s means", (address, expected) => expect(found(address)).toBe(expected));

  it.each([
    ["/", "the front page"],
    ["/?feed=comments-rss2", "a feed of comments"],
    ["/comments/feed/", "a feed of comments"],
    ["/2019/05/lock-opens/feed/", "the comments of an article"],
    ["/2019/05/feed/", "the articles of a month"],
    ["/feeds/comments/default", "a feed of comments"],
    ["/?format=pdf", "no feed"],
    ["/category/feed/", "a category without a name"],
    [`/${"tag/".repeat(5_000)}feed`, "a path of many parts"],
  ])("finds nothing at %s: %s", (address) => {
    const scopes = found(address);
    // A category without a name, and the folder of comments, can only be sections that do not exist.
    expect(scopes ?? "sections/ ").toMatch(/^sections\/(?:category|comments|) /);
  });
});
