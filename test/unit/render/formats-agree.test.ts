import { parseJsonFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import type { Article } from "../../../src/model/article.ts";
import { renderAtom } from "../../../src/render/atom.ts";
import { contentHtml } from "../../../src/render/content-html.ts";
import { renderJsonFeed } from "../../../src/render/json-feed.ts";
import { renderPodcast } from "../../../src/render/podcast/podcast.ts";
import { renderRss } from "../../../src/render/rss.ts";
import { feedOf, fullArticle, plainArticle, time } from "../../fixtures/full-article.ts";
import { podcastFeedOf } from "../../fixtures/podcast.ts";
import { parseStrictXml } from "../../strict-xml.ts";
import { expectedReading, expectedXmlReading } from "./entry-reading.ts";
import { readJsonItems } from "./read-json-items.ts";
import { readAtomEntries, readRssItems } from "./read-xml-entries.ts";

const variations: [string, Article][] = [
  ["a full article", fullArticle],
  ["a minimal article", plainArticle],
  ["no byline, so that the agency is the author", { ...fullArticle, byline: [] }],
  ["an agency without an address", { ...fullArticle, agency: { name: "Coastal & Wire" } }],
  [
    "an image without a file",
    { ...fullArticle, image: { caption: "Lost <at> sea", credit: "A & B" }, attachments: [] },
  ],
  ["an image and no attachments", { ...fullArticle, attachments: [] }],
  ["the publication's own language", { ...fullArticle, language: "en" }],
  ["a section the publication does not list", { ...fullArticle, section: "islands" }],
  ["a zone behind UTC, and one of half an hour", { ...plainArticle, published: time("2026-01-01T00:30:00-03:30") }],
  ["several ]]>", { ...fullArticle, body: "<p>]]>]]>]]&gt;]]></p>", title: "]]>]]>", summary: "]]> and ]]>" }],
  [
    "entities meant as text",
    { ...fullArticle, title: "&amp; &lt;b> &#38;", tags: ["&amp;amp;", "a,b"], summary: "&amp;" },
  ],
  ["right to left", { ...fullArticle, title: "\u200Fשלום, עולם\u200F", language: "he", summary: "\u202Bכן\u202C" }],
  ["no summary", { ...fullArticle, summary: "" }],
];

describe.each(variations)("%s", (_, article) => {
  const feed = feedOf([article]);
  const expected = [expectedReading(article, contentHtml(article))];
  const expectedXml = [expectedXmlReading(article, contentHtml(article))];

  test("RSS carries the model's values", () => {
    const xml = renderRss(feed);
    parseStrictXml(xml);
    expect(readRssItems(xml)).toEqual(expectedXml);
  });

  test("the podcast carries the model's values", () => {
    const xml = renderPodcast(podcastFeedOf([article]));
    parseStrictXml(xml);
    expect(readRssItems(xml)).toEqual(expectedXml.map((each) => ({ ...each, image: undefined, attachments: [] })));
  });

  test("Atom carries the model's values", () => {
    const xml = renderAtom(feed);
    parseStrictXml(xml);
    expect(readAtomEntries(xml)).toEqual(expectedXml);
  });

  test("JSON Feed carries the model's values", () => {
    expect(readJsonItems(renderJsonFeed(feed))).toEqual(expected);
  });
});

test("feedsmith reads the JSON Feed too", () => {
  const [item] = parseJsonFeed(renderJsonFeed(feedOf([fullArticle]))).items ?? [];
  expect(item).toMatchObject({ id: fullArticle.id, title: fullArticle.title, summary: fullArticle.summary });
});
