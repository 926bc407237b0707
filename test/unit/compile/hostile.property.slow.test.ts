import fc from "fast-check";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { type Article, articleSchema } from "../../../src/model/article.ts";
import { renderAtom } from "../../../src/render/atom.ts";
import { contentHtml } from "../../../src/render/content-html.ts";
import { renderArticlePage } from "../../../src/render/html/pages/article-page.tsx";
import { renderJsonFeed } from "../../../src/render/json-feed.ts";
import { renderRss } from "../../../src/render/rss.ts";
import { feedOf } from "../../fixtures/full-article.ts";
import { childOf, childrenOf, parseStrictXml } from "../../strict-xml.ts";
import { expectedReading, expectedXmlReading } from "../render/entry-reading.ts";
import { activeParts, element, parsePage, text } from "../render/html/parse-page.ts";
import { readJsonItems } from "../render/read-json-items.ts";
import { readAtomEntries, readRssItems } from "../render/read-xml-entries.ts";
import { compile, ID, MEDIA } from "./compile.ts";

/** Any file compiles to an article that every form represents completely and safely, or its author gets faults. */

const PIECES = [
  ..."<script>alert(1)</script>|<img src=x onerror=alert(1)>|<a href='javascript:alert(1)'>x</a>|[x](javascript:alert(1))|<svg onload=x>".split(
    "|",
  ),
  ..."<style>|</style>|<!--|-->|<![CDATA[|]]>|]]|</item>|</content:encoded>|</entry>|<?xml?>|<!DOCTYPE a>|<p|<b>|</b>|</p>|<div>|<table><td>|<textarea>|<plaintext>|<iframe srcdoc='x'>|<math><mi>|<template>".split(
    "|",
  ),
  ..."&|&amp;|&lt;|&#0;|&#x1F;|&#xFFFE;|&#xD800;|&copy;|\"|'|<|>".split("|"),
  ...'*|_|`|#|~~|![a](icon.png)|![a](icon.png "b (c)")|[^1]|\n[^1]: n\n|- [ ] a|www.example.org|<https://example.org/?a=1&b=2>|10:30|a:b|:x[y]'.split(
    "|",
  ),
  "\n",
  "\n\n",
  "\n> ",
  "\n- ",
  "\n# ",
  "\n```\n",
  "\n| a | b |\n|--|:-:|\n| c | d |\n",
  '\n:::pull-quote{by="<b>" role="&"}\nQ ]]> q\n:::\n',
  '\n::related[A <b> & "c"]{label="READ <MORE>" href="https://example.org/?a&b"}\n',
  "\n::related[A]{href=javascript:alert(1)}\n",
  "\u0000",
  "\u000B",
  "\u001F",
  "\u0085",
  "\uD800",
  "\uFFFE",
  "\u{1FFFE}",
  "\u200F",
  "\u202E",
  "\uFEFF",
  "\u2028",
  "🛳",
  "e\u0301",
  "سلام",
];
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
  fc.string({ unit: "binary", maxLength: 6 }),
);
const hostileText = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(""));
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const address = hostileText.map((text) => `https://example.org/?q=${text.toWellFormed()}&amp;x=1`);

const hostileFields = fc.record({
  title: hostileText,
  summary: optional(hostileText),
  byline: fc.array(fc.record({ name: hostileText, url: optional(address) }), { maxLength: 2 }),
  agency: optional(fc.record({ name: hostileText, url: optional(address) })),
  dateline: optional(hostileText),
  tags: fc.array(hostileText, { maxLength: 3 }),
  image: optional(
    fc.record({
      src: fc.constant("icon.png"),
      alt: hostileText,
      caption: optional(hostileText),
      credit: optional(hostileText),
    }),
  ),
  attachments: fc.array(
    fc.record({ src: fc.constantFrom("talk.mp3", "2026/tide table.pdf"), title: optional(hostileText) }),
    { maxLength: 2 },
  ),
  canonical: optional(address),
  rights: optional(hostileText),
  corrections: fc.array(fc.record({ time: fc.constant("2026-01-02T03:04:05-03:30"), text: hostileText }), {
    maxLength: 1,
  }),
});

/** A file with these fields. An unpaired surrogate is written as its escape, because UTF-8 cannot encode it. */
function fileOf(fields: unknown, body: string): string {
  const known = JSON.parse(JSON.stringify({ id: ID, published: "2026-01-01T00:00:00Z", ...(fields as object) }));
  return `---\n${stringify(known, { defaultStringType: "QUOTE_DOUBLE", lineWidth: 0 })}---\n${body.toWellFormed()}\n`;
}

function compiledArticle(fields: unknown, body: string): Article | undefined {
  const compiled = compile({ quay: fileOf(fields, body) }, { media: MEDIA });
  if (compiled.ok) return compiled.value.articles[0];
  expect(compiled.error.faults.length).toBeGreaterThan(0);
  return undefined;
}

/** Whole tags and text without `<`, which `render/html/article-body.ts` requires. */
const WHOLE = /^(?:<\/?[a-z][a-z0-9]*(?: [a-z-]+(?:="[^"]*")?)*>|[^<])*$/;

function checkForms(article: Article): void {
  expect(articleSchema.parse(article)).toEqual(article);
  expect(article.body).toMatch(WHOLE);
  const content = contentHtml(article);
  expect(activeParts(parsePage(content))).toEqual([]);
  const feed = feedOf([article]);
  const item = childOf(childOf(parseStrictXml(renderRss(feed)), "channel"), "item");
  expect(childOf(item, "content:encoded").text).toBe(content);
  const [entry] = childrenOf(parseStrictXml(renderAtom(feed)), "entry");
  expect(entry && childOf(entry, "content").text).toBe(content);
  const expected = expectedReading(article, content);
  const page = parsePage(renderArticlePage(article, feed));
  expect(activeParts(page)).toEqual([]);
  expect(text(element(page, "h1"))).toBe(article.title.replace(/\s+/g, " ").trim());
  // Feedsmith drops comments, also within CDATA. The content was compared above.
  const { content: _, ...rest } = expectedXmlReading(article, content);
  const withoutContent = ({ content: __, ...others }: typeof expected) => others;
  expect(readRssItems(renderRss(feed)).map(withoutContent)).toEqual([rest]);
  expect(readAtomEntries(renderAtom(feed)).map(withoutContent)).toEqual([rest]);
  expect(readJsonItems(renderJsonFeed(feed))).toEqual([expected]);
}

test("any text compiles to a body that is safe and complete in every form", () => {
  let compiled = 0;
  fc.assert(
    fc.property(hostileText, optional(fc.constantFrom("SEOUL", "<b>&]]>")), (body, dateline) => {
      const article = compiledArticle({ title: "Quay", dateline }, body);
      if (article) {
        compiled += 1;
        checkForms(article);
      }
    }),
    { numRuns: 400 },
  );
  // Most texts are strange but have no fault.
  expect(compiled).toBeGreaterThan(150);
}, 60_000);

test("any fields compile to clean values in every form", () => {
  let compiled = 0;
  fc.assert(
    fc.property(hostileFields, (fields) => {
      const article = compiledArticle(fields, "It is open.");
      if (article) {
        compiled += 1;
        checkForms(article);
      }
    }),
    { numRuns: 400 },
  );
  expect(compiled).toBeGreaterThan(50);
}, 60_000);

test("any bytes end in content or in faults, and the compiler never throws", () => {
  const yaml = fc.array(
    fc.oneof(
      piece,
      fc.constantFrom("a: ", "- ", "{", "}", "[", "]", "&a", "*a", "? ", "!!x ", "|", "title: ", "id: ", "\n  "),
    ),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(yaml, hostileText, (fields, body) => {
      const text = `---\n${fields.join("")}\n---\n${body}`;
      expect(["boolean"]).toContain(typeof compile({ quay: text, other: new TextEncoder().encode(body) }).ok);
      expect(compile({}, { publication: fields.join("") }).ok).toBe(false);
    }),
    { numRuns: 300 },
  );
}, 60_000);
