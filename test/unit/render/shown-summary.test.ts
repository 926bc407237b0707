import { expect, test } from "vitest";
import { renderAtom } from "../../../src/render/atom.ts";
import { renderJsonFeed } from "../../../src/render/json-feed.ts";
import { renderRss } from "../../../src/render/rss.ts";
import { feedOf, fullArticle } from "../../fixtures/full-article.ts";
import { childOf, parseStrictXml } from "../../strict-xml.ts";

const article = { ...fullArticle, title: "A picture", summary: "", body: "" };
const feed = { ...feedOf([article]), selection: { ...feedOf([article]).selection, content: "summary" as const } };

test("an entry of a feed of summaries is never without text", () => {
  const item = childOf(childOf(parseStrictXml(renderRss(feed)), "channel"), "item");
  expect(childOf(item, "description").text).toBe("A picture");
  expect(childOf(childOf(parseStrictXml(renderAtom(feed)), "entry"), "summary").text).toBe("A picture");
  expect(JSON.parse(renderJsonFeed(feed)).items[0].content_text).toBe("A picture");
});

test("an entry with its whole text has no summary that repeats the title", () => {
  expect(JSON.parse(renderJsonFeed(feedOf([article]))).items[0].summary).toBeUndefined();
});
