import { parseRssFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import { renderRss } from "../../../src/render/rss.ts";
import { feedOf, fullArticle, ORIGIN, plainArticle, publication } from "../../fixtures/full-article.ts";
import { childOf, childrenOf, parseStrictXml } from "../../strict-xml.ts";

const channelOf = (xml: string) => childOf(parseStrictXml(xml), "channel");

describe("the channel", () => {
  const xml = renderRss(feedOf([fullArticle, plainArticle]));
  const channel = channelOf(xml);

  test("has the publication's values", () => {
    const { items, atom, ...read } = parseRssFeed(xml);
    expect(read).toEqual({
      title: "Harbour & Hill",
      link: `${ORIGIN}/`,
      description: "News from two towns <and the water between>.",
      language: "en",
      copyright: "© 2026 Harbour & Hill",
      managingEditor: { email: "desk@example.org", name: "The Desk" },
      lastBuildDate: "Thu, 05 Mar 2026 02:38:00 +0800",
      categories: [{ name: "Harbour", domain: "tag:example.org,2026-01-01:sections" }],
      generator: "Dateline",
      docs: "https://www.rssboard.org/rss-specification",
      ttl: 60,
      image: { url: `${ORIGIN}/media/1b2c3d4e5f607182/logo.png`, title: "Harbour & Hill", link: `${ORIGIN}/` },
    });
    expect(items).toHaveLength(2);
    expect(atom).toEqual({
      authors: [{ name: "The Desk", uri: `${ORIGIN}/about`, email: "desk@example.org" }],
      links: [
        { rel: "self", href: `${ORIGIN}/rss.xml`, type: "application/rss+xml" },
        { rel: "alternate", href: `${ORIGIN}/`, type: "text/html" },
        { rel: "hub", href: "https://hub.example.org/" },
        { rel: "license", href: "https://creativecommons.org/licenses/by/4.0/" },
      ],
    });
  });

  const hostile = { ...fullArticle, title: "</item><item>", body: "<p></item></channel><item>]]></item></p>" };
  test.each([
    ["whatever an article says", [plainArticle, hostile, hostile]],
    ["whatever language the first is in", [fullArticle, plainArticle, plainArticle]],
  ])("has every item after its other elements, %s", (_, entries) => {
    const names = channelOf(renderRss(feedOf(entries))).children.map(({ name }) => name);
    expect(names.slice(-3)).toEqual(["item", "item", "item"]);
    expect(names.slice(0, -3)).not.toContain("item");
    expect(names.slice(-6, -3)).toEqual(["managingEditor", "atom:author", "category"]);
  });

  test("declares each namespace once", () => {
    expect(xml.match(/xmlns:\w+/g)).toEqual(["xmlns:dc", "xmlns:content", "xmlns:atom", "xmlns:media"]);
    expect(channel.attributes["xml:lang"]).toBe("en");
  });

  test("advertises a hub only if one is configured", () => {
    const { hub: _, ...without } = publication;
    const rels = childrenOf(channelOf(renderRss(feedOf([], { publication: without }))), "atom:link");
    expect(rels.map(({ attributes }) => attributes.rel)).toEqual(["self", "alternate", "license"]);
  });

  test("has the icon as its image if RSS does not allow the logo's format", () => {
    const logo = { url: `${ORIGIN}/logo.svg`, mediaType: "image/svg+xml" };
    const image = childOf(channelOf(renderRss(feedOf([], { publication: { ...publication, logo } }))), "image");
    expect(childOf(image, "url").text).toBe(publication.icon?.url);
  });

  test("names no editor without an e-mail address", () => {
    const people = [{ name: "A & B" }];
    const quiet = channelOf(renderRss(feedOf([], { publication: { ...publication, people } })));
    expect(childrenOf(quiet, "managingEditor")).toEqual([]);
    expect(childOf(childOf(quiet, "atom:author"), "atom:name").text).toBe("A & B");
  });

  test("is complete without items and optional elements", () => {
    const { title, address, description, language, identity } = publication;
    const bare = { title, address, description, language, identity, people: [], sections: [] };
    const names = channelOf(renderRss(feedOf([], { publication: bare }))).children.map(({ name }) => name);
    expect(names).toEqual([
      "title",
      "link",
      "description",
      "lastBuildDate",
      "docs",
      "generator",
      "language",
      "ttl",
      "atom:link",
      "atom:link",
    ]);
  });
});

describe("an item", () => {
  const itemOf = (article: typeof fullArticle) => childOf(channelOf(renderRss(feedOf([article]))), "item");

  test("has its id as a guid that is not a permalink", () => {
    expect(childOf(itemOf(fullArticle), "guid")).toMatchObject({
      text: fullArticle.id,
      attributes: { isPermaLink: "false" },
    });
  });

  test("has no author, which RSS requires to be an e-mail address", () => {
    expect(childrenOf(itemOf(fullArticle), "author")).toEqual([]);
  });

  test("has one enclosure: the first attachment that can be played", () => {
    const enclosures = childrenOf(itemOf(fullArticle), "enclosure").map(({ attributes }) => attributes);
    expect(enclosures).toEqual([{ url: fullArticle.attachments[0]?.file.url, length: "1204224", type: "audio/mpeg" }]);
  });

  test("does not enclose the picture, which apps would take for an episode", () => {
    const item = itemOf({ ...fullArticle, attachments: [] });
    expect(childrenOf(item, "enclosure")).toEqual([]);
    expect(childrenOf(item, "media:content")).toEqual([]);
  });

  test("has no size of a recording whose size is not known", () => {
    const recording = (name: string) => ({
      file: { url: `https://elsewhere.example.org/${name}`, mediaType: "audio/mpeg", length: 0 },
    });
    const item = itemOf({ ...plainArticle, attachments: [recording("a.mp3"), recording("b.mp3")] });
    const contents = childrenOf(item, "media:content").map(({ attributes }) => attributes);
    expect(contents.length).toBeGreaterThan(0);
    expect(contents.filter((attributes) => "fileSize" in attributes)).toEqual([]);
  });

  test("has a thumbnail of unknown size if the size of the picture is not known", () => {
    const file = { url: "https://elsewhere.example.org/p.jpg", mediaType: "image/jpeg" };
    const item = itemOf({ ...fullArticle, attachments: [], image: { file } });
    expect(childOf(item, "media:thumbnail").attributes).toEqual({ url: file.url });
  });

  test("has its language, for XML and for RSS, only if it is not the channel's", () => {
    expect(itemOf(fullArticle).attributes).toEqual({ "xml:lang": "en-GB" });
    expect(itemOf(plainArticle).attributes).toEqual({});
    expect(childrenOf(itemOf(plainArticle), "dc:language")).toEqual([]);
  });

  test("has its summary as HTML, as the specification requires", () => {
    expect(childOf(itemOf({ ...plainArticle, summary: "a < b & c" }), "description").text).toBe("a &lt; b &amp; c");
  });
});
