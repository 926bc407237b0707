import fc from "fast-check";
import { parseRssFeed } from "feedsmith";
import { expect, test } from "vitest";
import { type Article, articleSchema } from "../../../src/model/article.ts";
import { cleanLine } from "../../../src/model/text.ts";
import { renderAtom } from "../../../src/render/atom.ts";
import { contentHtml } from "../../../src/render/content-html.ts";
import { renderJsonFeed } from "../../../src/render/json-feed.ts";
import { renderRss } from "../../../src/render/rss.ts";
import { feedOf, fullArticle, plainArticle } from "../../fixtures/full-article.ts";
import { childOf, childrenOf, parseStrictXml } from "../../strict-xml.ts";
import { expectedReading, expectedXmlReading } from "./entry-reading.ts";
import { readJsonItems } from "./read-json-items.ts";
import { readAtomEntries, readRssItems } from "./read-xml-entries.ts";

/** Fragments that have broken feeds before, between arbitrary characters. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 8 }),
      fc.constantFrom("]]>", "]]", ">", "<![CDATA[", "<", "&", "&amp;", "&lt;", "&#0;", "&#x1F;", "&copy;", '"', "'"),
      fc.constantFrom(
        "</item>",
        "</content:encoded>",
        "</entry>",
        "<script>",
        "<!DOCTYPE a>",
        "<?xml?>",
        "--",
        "\\u0000",
      ),
      fc.constantFrom("\u0000", "\u000B", "\u001F", "\u0085", "\uD800", "\uDC00", "\uFFFE", "\uFFFF", "\u{1FFFE}"),
      fc.constantFrom("\u200F", "\u202E", "\uFEFF", "\u2028", "🛳", "e\u0301", "\r\n", "\t", "  "),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

const line = hostileText.filter((text) => cleanLine(text) !== "");
const optionalLine = fc.option(line, { nil: undefined });
const address = hostileText.map((text) => `https://example.org/?q=${text.toWellFormed()}&amp;x=1#${encodeURI("]]>")}`);
const optionalAddress = fc.option(address, { nil: undefined });

const hostileInput = fc.record({
  title: line,
  summary: hostileText,
  body: hostileText,
  byline: fc.array(fc.record({ name: line, url: optionalAddress }), { maxLength: 2 }),
  agency: fc.option(fc.record({ name: line, url: optionalAddress }), { nil: undefined }),
  dateline: optionalLine,
  tags: fc.array(line, { maxLength: 3 }),
  image: fc.option(
    fc.record({
      file: fc.record({ url: address, mediaType: fc.constant("image/png"), width: fc.integer({ min: 1, max: 9999 }) }),
      alternativeText: hostileText,
      caption: optionalLine,
      credit: optionalLine,
    }),
    { nil: undefined },
  ),
  related: fc.array(fc.record({ label: optionalLine, title: line, url: optionalAddress }), { maxLength: 2 }),
  attachments: fc.array(
    fc.record({
      file: fc.record({
        url: address,
        mediaType: fc.constantFrom("audio/mpeg", "video/mp4", "application/pdf"),
        length: fc.nat(),
        duration: fc.option(fc.double({ min: 0.5, max: 1e6, noNaN: true }), { nil: undefined }),
      }),
      title: optionalLine,
    }),
    { maxLength: 2 },
  ),
  canonical: optionalAddress,
  rights: optionalLine,
  licence: optionalAddress,
  corrections: fc.array(fc.record({ time: fc.constant("2026-01-02T03:04:05-03:30"), text: line }), { maxLength: 1 }),
});

/** Every article passes through the schema, which cleans it. */
const hostileArticle: fc.Arbitrary<Article> = hostileInput.map((input) =>
  articleSchema.parse(JSON.parse(JSON.stringify({ ...plainArticle, ...input }))),
);

const RUNS = { numRuns: 200 };

test("RSS and Atom are well-formed for any article, and all three formats carry the same content", () => {
  fc.assert(
    fc.property(fc.array(hostileArticle, { minLength: 1, maxLength: 2 }), (articles) => {
      const feed = feedOf([...articles, fullArticle]);
      const expected = feed.entries.map((article) => contentHtml(article));
      const items = childrenOf(childOf(parseStrictXml(renderRss(feed)), "channel"), "item");
      expect(items.map((item) => childOf(item, "content:encoded").text)).toEqual(expected);
      const entries = childrenOf(parseStrictXml(renderAtom(feed)), "entry");
      expect(entries.map((entry) => childOf(entry, "content").text)).toEqual(expected);
      expect(readJsonItems(renderJsonFeed(feed)).map(({ content }) => content)).toEqual(expected);
    }),
    RUNS,
  );
});

test("an independent parser reads the model's values of any article in every format", () => {
  fc.assert(
    fc.property(hostileArticle, (article) => {
      const feed = feedOf([article]);
      const expected = [expectedReading(article, contentHtml(article))];
      const expectedXml = [expectedXmlReading(article, contentHtml(article))];
      // Feedsmith drops comments, even from within CDATA; the content has been compared above.
      const withoutContent = ({ content: _, ...rest }: (typeof expected)[number]) => rest;
      expect(readRssItems(renderRss(feed)).map(withoutContent)).toEqual(expectedXml.map(withoutContent));
      expect(readAtomEntries(renderAtom(feed)).map(withoutContent)).toEqual(expectedXml.map(withoutContent));
      expect(readJsonItems(renderJsonFeed(feed))).toEqual(expected);
    }),
    RUNS,
  );
});

test("the texts of any publication survive in the feed's head", () => {
  fc.assert(
    fc.property(line, line, line, (title, description, name) => {
      const { publication } = feedOf([]);
      const feed = feedOf([fullArticle], {
        title: cleanLine(title),
        description: cleanLine(description),
        publication: {
          ...publication,
          title: cleanLine(title),
          rights: cleanLine(name),
          people: [{ name: cleanLine(name), email: "desk@example.org" }],
          sections: [{ slug: "harbour", title: cleanLine(name) }],
        },
      });
      const channel = childOf(parseStrictXml(renderRss(feed)), "channel");
      expect(childOf(channel, "title").text).toBe(feed.title);
      expect(childOf(channel, "description").text).toBe(feed.description);
      expect(childOf(childOf(channel, "image"), "title").text).toBe(feed.title);
      expect(childOf(channel, "managingEditor").text).toBe(`desk@example.org (${cleanLine(name)})`);
      const atom = parseStrictXml(renderAtom(feed));
      expect(childOf(atom, "title").text).toBe(feed.title);
      expect(childOf(atom, "subtitle").text).toBe(feed.description);
      expect(childOf(atom, "category").attributes.label).toBe(cleanLine(name));
      expect(childOf(atom, "rights").text).toBe(cleanLine(name));
      const json = JSON.parse(renderJsonFeed(feed));
      expect(json).toMatchObject({
        title: feed.title,
        description: feed.description,
        authors: [{ name: cleanLine(name) }],
      });
    }),
    RUNS,
  );
});

test("a content that tries to leave its CDATA section stays inside it", () => {
  const body = "]]></content:encoded><title>stolen</title><content:encoded><![CDATA[]]>]]]]>>".repeat(50);
  const feed = feedOf([{ ...plainArticle, body }]);
  const item = childOf(childOf(parseStrictXml(renderRss(feed)), "channel"), "item");
  expect(item.children.map(({ name }) => name)).toEqual([
    "title",
    "link",
    "guid",
    "pubDate",
    "description",
    "content:encoded",
    "atom:updated",
  ]);
  expect(parseRssFeed(renderRss(feed)).items?.[0]?.title).toBe(plainArticle.title);
});
