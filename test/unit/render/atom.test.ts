import { parseAtomFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import { renderAtom } from "../../../src/render/atom.ts";
import { feedOf, fullArticle, ORIGIN, plainArticle, publication } from "../../fixtures/full-article.ts";
import { childOf, childrenOf, parseStrictXml } from "../../strict-xml.ts";

test("the feed has the publication's values", () => {
  const { entries, ...read } = parseAtomFeed(renderAtom(feedOf([fullArticle, plainArticle])));
  expect(entries).toHaveLength(2);
  expect(read).toEqual({
    id: "tag:example.org,2026-01-01:feeds/everything",
    title: { value: "Harbour & Hill", type: "text" },
    subtitle: { value: "News from two towns <and the water between>.", type: "text" },
    updated: "2026-03-05T02:38:00+08:00",
    authors: [{ name: "The Desk", uri: `${ORIGIN}/about`, email: "desk@example.org" }],
    links: [
      { rel: "self", href: `${ORIGIN}/atom.xml`, type: "application/atom+xml" },
      { rel: "alternate", href: `${ORIGIN}/`, type: "text/html" },
      { rel: "hub", href: "https://hub.example.org/" },
      { rel: "license", href: "https://creativecommons.org/licenses/by/4.0/" },
    ],
    categories: [{ term: "harbour", scheme: "tag:example.org,2026-01-01:sections", label: "Harbour" }],
    icon: `${ORIGIN}/media/0a1b2c3d4e5f6071/icon.png`,
    logo: `${ORIGIN}/media/1b2c3d4e5f607182/logo.png`,
    rights: { value: "© 2026 Harbour & Hill", type: "text" },
    generator: { text: "Dateline" },
    xml: { lang: "en" },
  });
});

test("the publication is the author if it names no people, so that every entry has one (RFC 4287 section 4.1.2)", () => {
  const feed = parseStrictXml(renderAtom(feedOf([plainArticle], { publication: { ...publication, people: [] } })));
  expect(childrenOf(feed, "author").map((author) => childOf(author, "name").text)).toEqual(["Harbour & Hill"]);
});

describe("an entry", () => {
  const entryOf = (article: typeof fullArticle) => childOf(parseStrictXml(renderAtom(feedOf([article]))), "entry");
  const linksOf = (article: typeof fullArticle) => childrenOf(entryOf(article), "link").map((link) => link.attributes);

  test("links to its page, its files, related articles, its source, its original and its licence", () => {
    expect(linksOf(fullArticle)).toEqual([
      { rel: "alternate", href: fullArticle.url, type: "text/html", hreflang: "en-GB" },
      {
        rel: "enclosure",
        href: `${ORIGIN}/media/4e5f607182930415/interview.mp3`,
        type: "audio/mpeg",
        length: "1204224",
        title: "The interview",
      },
      { rel: "related", href: `${ORIGIN}/articles/slipway`, title: "How the slipway was rebuilt" },
      { rel: "via", href: "https://wire.example.net/", title: "Coastal Wire" },
      { rel: "canonical", href: "https://wire.example.net/stories/ferry?edition=2&x=1" },
      { rel: "license", href: "https://creativecommons.org/licenses/by-nc/4.0/" },
    ]);
  });

  test("links to its original as via if the agency has no address", () => {
    const via = linksOf({ ...fullArticle, agency: { name: "Coastal Wire" } }).find(({ rel }) => rel === "via");
    expect(via).toEqual({ rel: "via", href: fullArticle.canonical, title: "Coastal Wire" });
  });

  test("names the people with their addresses, and the agency as a contributor", () => {
    const [entry] = parseAtomFeed(renderAtom(feedOf([fullArticle]))).entries ?? [];
    expect(entry?.authors).toEqual([
      { name: "Ada Ferrier", uri: "https://example.org/people/ada", email: "ada@example.org" },
      { name: "Bo Lindqvist" },
    ]);
    expect(entry?.contributors).toEqual([{ name: "Coastal Wire", uri: "https://wire.example.net/" }]);
  });

  test("has the agency as its author, and no contributor, if it has no byline", () => {
    const [entry] = parseAtomFeed(renderAtom(feedOf([{ ...fullArticle, byline: [] }]))).entries ?? [];
    expect(entry?.authors).toEqual([{ name: "Coastal Wire", uri: "https://wire.example.net/" }]);
    expect(entry?.contributors).toBeUndefined();
  });

  test("has its own language as a whole", () => {
    expect(entryOf(fullArticle).attributes).toEqual({ "xml:lang": "en-GB" });
    expect(entryOf(plainArticle).attributes).toEqual({});
  });
});
