import { expect, test } from "vitest";
import type { FeedHead } from "../../../src/model/feed.ts";
import { allOf } from "../../../src/model/selection.ts";
import { feedDescription } from "../../../src/render/feed-description.ts";
import { feedOf, fullArticle } from "../../fixtures/full-article.ts";

const { description: _, ...head } = feedOf([fullArticle]);
const about = (more: Partial<FeedHead>) => feedDescription({ ...head, name: "Tides", ...more });
const title = head.publication.title;

test("a feed that the publication describes has that description", () => {
  expect(about({ description: "Ships and tides" })).toBe("Ships and tides");
});

test.each([
  ["section", `Articles in Tides, a section of ${title}`],
  ["tag", `Articles tagged “Tides” in ${title}`],
  ["author", `Articles by Tides in ${title}`],
] as const)("the feed of a %s says what it is about", (kind, sentence) => {
  expect(about({ selection: allOf({ kind, slug: "tides" }) })).toBe(sentence);
});

test("a filtered feed names its filters", () => {
  const selection = { ...allOf({ kind: "everything" }), words: "tides" };
  expect(about({ selection })).toBe(`Articles in ${title} that match: Tides`);
});

test("the sentence is in the language of the publication", () => {
  const publication = { ...head.publication, language: "de-AT" };
  expect(about({ publication, selection: allOf({ kind: "tag", slug: "tides" }) })).toBe(
    `Artikel zum Thema „Tides“ in ${title}`,
  );
});
