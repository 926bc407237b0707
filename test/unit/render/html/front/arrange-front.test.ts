import fc from "fast-check";
import { expect, test } from "vitest";
import type { Article } from "../../../../../src/model/article.ts";
import { arrangeFront, type Front } from "../../../../../src/render/html/front/arrange-front.ts";
import { pageOfList } from "../../../../../src/render/html/parts/page-of-list.ts";
import { feedOf, fullArticle, ORIGIN, plainArticle, publication } from "../../../../fixtures/full-article.ts";

const sections = ["harbour", "hill", "quay"].map((slug) => ({ slug, title: slug }));

/** Articles, newest first: `p` has a picture, and the digit is the section. */
function articlesOf(kinds: readonly string[]): Article[] {
  return kinds.map((kind, index) => {
    const { image: _, ...plain } = plainArticle;
    const section = sections[Number(kind[1])]?.slug;
    return {
      ...plain,
      id: `tag:example.org,2026-01-01:articles/${index}`,
      url: `${ORIGIN}/articles/a${index}`,
      ...(section !== undefined && { section }),
      ...(kind.startsWith("p") && fullArticle.image && { image: fullArticle.image }),
    };
  });
}

function placed({ lead, strip, grid, blocks, others }: Front): Article[] {
  return [...(lead ? [lead] : []), ...strip, ...grid, ...blocks.flatMap(({ articles }) => articles), ...others];
}

test("the lead is the newest of the first four with a picture, else the newest", () => {
  const [, , third] = articlesOf(["-0", "-1", "p0", "p1"]);
  expect(arrangeFront(articlesOf(["-0", "-1", "p0", "p1"]), { sections }).lead).toEqual(third);
  const [newest] = articlesOf(["-0", "-1", "-0", "-1", "p1"]);
  expect(arrangeFront(articlesOf(["-0", "-1", "-0", "-1", "p1"]), { sections }).lead).toEqual(newest);
  expect(arrangeFront([], { sections }).lead).toBeUndefined();
});

test("a full front has a strip, a grid and a block for each section that has articles left", () => {
  const kinds = Array.from({ length: 60 }, (_, index) => `${index % 2 === 0 ? "p" : "-"}${index % 2}`);
  const { strip, grid, blocks } = arrangeFront(articlesOf(kinds), { sections });
  expect([strip.length, grid.length]).toEqual([6, 6]);
  expect(blocks.map(({ section, articles }) => [section, articles.length])).toEqual([
    ["harbour", 4],
    ["hill", 4],
  ]);
  const withPicture = grid.map(({ image }) => image?.file !== undefined);
  expect(withPicture).toEqual(withPicture.toSorted((a, b) => Number(b) - Number(a)));
});

test("without sections the grid has all", () => {
  const { grid, blocks } = arrangeFront(articlesOf(Array.from({ length: 60 }, () => "p9")), { sections: [] });
  expect([grid.length, blocks]).toEqual([18, []]);
});

const kind = fc.constantFrom("p0", "p1", "p2", "p9", "-0", "-1", "-2", "-9");

test("every article is in one place, and at most 25 are on the front", () => {
  fc.assert(
    fc.property(fc.array(kind, { maxLength: 120 }), fc.nat(3), (kinds, count) => {
      const articles = articlesOf(kinds);
      const front = arrangeFront(articles, { sections: sections.slice(0, count) });
      expect(placed(front).toSorted(byId)).toEqual(articles.toSorted(byId));
      expect(articles.length - front.others.length).toBeLessThanOrEqual(25);
    }),
  );
});

test("the pages of the front list what the first leaves out, in order, each once", () => {
  const articles = articlesOf(Array.from({ length: 97 }, (_, index) => `p${index % 4}`));
  const feed = feedOf(articles, { publication: { ...publication, sections } });
  const { others } = arrangeFront(articles, { sections });
  const pages = [2, 3, 4, 5].map((number) => pageOfList(feed, number));
  expect(pages.flatMap((page) => page?.entries ?? [])).toEqual(others);
  expect(pages.map((page) => page?.entries.length)).toEqual([24, 24, 24, others.length - 72 || undefined]);
  expect(pageOfList(feed, 1)?.older).toBe(`${ORIGIN}/?page=2`);
  expect(pageOfList(feed, 2)).toMatchObject({ newer: `${ORIGIN}/`, older: `${ORIGIN}/?page=3` });
  expect(pageOfList(feed, 99)).toBeUndefined();
});

function byId(a: Article, b: Article): number {
  return a.id < b.id ? -1 : 1;
}
