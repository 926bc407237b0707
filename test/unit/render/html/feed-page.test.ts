import { describe, expect, test } from "vitest";
import { allOf } from "../../../../src/model/selection.ts";
import { renderFeedPage } from "../../../../src/render/html/pages/feed-page.tsx";
import { feedAddresses } from "../../../../src/site/feed-links.ts";
import { feedOf, fullArticle, ORIGIN, plainArticle } from "../../../fixtures/full-article.ts";
import { activeParts, element, elements, metas, parsePage, text } from "./parse-page.ts";

const feed = feedOf([fullArticle, plainArticle]);

describe.each([
  ["rss", "RSS", "rss.xml", ["atom.xml", "feed.json"]],
  ["atom", "Atom", "atom.xml", ["rss.xml", "feed.json"]],
  ["json", "JSON Feed", "feed.json", ["rss.xml", "atom.xml"]],
] as const)("the page at the %s feed's address", (form, name, path, others) => {
  const page = parsePage(renderFeedPage(feed, form));
  const note = element(page, "section", "subscribe");

  test("says in two sentences what a feed is and how to use it", () => {
    expect(text(element(page, "h1"))).toBe(`Harbour & Hill ${name}`);
    expect(text(element(note, "p"))).toBe(
      `This address is a feed (${name}): the articles in a form made for programs called feed readers. ` +
        "Copy it into a feed reader, and new articles will come to you.",
    );
  });

  test("shows the address, and links to the feed itself, the other formats and the front page", () => {
    expect(elements(note, "code").map(text)).toEqual([`${ORIGIN}/${path}`]);
    expect(elements(note, "a").map(({ properties }) => properties.href)).toEqual([
      `${ORIGIN}/${path}?raw`,
      ...others.map((other) => `${ORIGIN}/${other}`),
      `${ORIGIN}/`,
    ]);
  });

  test("lists the entries", () => {
    expect(elements(page, "h3").map(text)).toEqual([fullArticle.title, plainArticle.title]);
  });

  test("asks not to be indexed, and has no script", () => {
    expect(metas(page, "robots")).toEqual(["noindex"]);
    expect(elements(page, "script")).toEqual([]);
    expect(activeParts(page)).toEqual([]);
  });
});

test("the page about a scope's feed links to the page of the scope by its name", () => {
  const selection = allOf({ kind: "section", slug: "harbour" });
  const addresses = feedAddresses(ORIGIN, selection);
  const scoped = feedOf([fullArticle], { selection, addresses, name: "Harbour" });
  const note = element(parsePage(renderFeedPage(scoped, "rss")), "section", "subscribe");
  expect(
    elements(note, "a")
      .map((link) => [link.properties.href, text(link)])
      .at(-1),
  ).toEqual([`${ORIGIN}/sections/harbour/`, "Harbour"]);
  const front = elements(element(parsePage(renderFeedPage(feed, "rss")), "section", "subscribe"), "a").at(-1);
  expect(front && text(front)).toBe("Front page");
});
