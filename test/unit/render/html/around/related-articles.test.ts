import { expect, test } from "vitest";
import { aroundArticle } from "../../../../../src/model/around.ts";
import type { Article } from "../../../../../src/model/article.ts";
import { relatedArticles } from "../../../../../src/render/html/around/related-articles.ts";
import { ORIGIN, plainArticle, time } from "../../../../fixtures/full-article.ts";

function article(name: string, more: Partial<Article> = {}): Article {
  const { section: _, ...plain } = plainArticle;
  return { ...plain, id: `tag:example.org,2026-01-01:articles/${name}`, url: `${ORIGIN}/articles/${name}`, ...more };
}

const story = article("story", {
  section: "harbour",
  tags: ["Ferries", "Fares"],
  published: time("2026-03-01T08:00:00Z"),
  related: [{ title: "Linked", url: `${ORIGIN}/articles/linked` }],
});
const namesOf = (candidates: readonly Article[]) =>
  relatedArticles(story, candidates).map(({ url }) => url.slice(`${ORIGIN}/articles/`.length));

test("a link counts more than common tags, and these more than the section", () => {
  const at = { published: story.published };
  const candidates = [
    article("section", { ...at, section: "harbour" }),
    article("tag", { ...at, tags: ["ferries"] }),
    article("linked", at),
    article("nothing", at),
  ];
  expect(namesOf(candidates)).toEqual(["linked", "tag", "section"]);
});

test("an article that links here is related too", () => {
  expect(namesOf([article("back", { related: [{ title: "Story", url: story.url }] })])).toEqual(["back"]);
});

test("of two with the same relation, the nearer in time comes first, before and after", () => {
  const tags = ["fares"];
  const candidates = [
    article("year", { tags, published: time("2025-03-01T08:00:00Z") }),
    article("week", { tags, published: time("2026-03-08T08:00:00Z") }),
    article("day", { tags, published: time("2026-02-28T08:00:00Z") }),
    article("month", { tags, published: time("2026-02-01T08:00:00Z") }),
  ];
  expect(namesOf(candidates)).toEqual(["day", "week", "month"]);
});

test("what has nothing in common is not related", () => {
  expect(namesOf([article("a", { section: "hill", tags: ["Rain"] })])).toEqual([]);
});

test("the neighbours are the articles before and after, or the archives at the ends", () => {
  const [first, second, third] = [article("1"), article("2"), article("3")];
  const of = ({ id }: Article) => aroundArticle([first, second, third], id, { older: 4, newer: undefined });
  expect(of(second)).toMatchObject({ previous: { article: first }, next: { article: third } });
  expect(of(first)).toMatchObject({ previous: { kind: "archive", number: 4 }, next: { article: second } });
  expect(of(third)).not.toHaveProperty("next");
  expect(aroundArticle([first], "tag:example.org,2026-01-01:articles/else", { older: 4 })).toEqual({
    candidates: [first],
  });
});
