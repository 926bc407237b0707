import { expect, test } from "vitest";
import { choosePictures, PICTURE_STEP } from "../../../../../src/cli/build/pictures/choose-pictures.ts";
import { WeightedQueue } from "../../../../../src/cli/build/pictures/weighted-queue.ts";
import { fullArticle, time } from "../../../../fixtures/full-article.ts";
import { original } from "./sample-pictures.ts";

const articles = Array.from({ length: 300 }, (_, place) => ({
  ...fullArticle,
  id: `tag:example.org,2026-01-01:articles/${place}`,
  published: time(new Date(Date.UTC(2026, 0, 1) + place * 3_600_000).toISOString()),
  pictures: [original(`${place}.jpg`, "image/jpeg", 1600, 900)],
}));

test("all pictures are chosen if there is room, each once", () => {
  expect(choosePictures([...articles, ...articles], 2_700)).toMatchObject({ left: 0, chosen: { length: 300 } });
});

test("otherwise those of the newest articles, and the limit moves in steps", () => {
  for (const max of [2_699, 2_500, 2_200]) {
    const { chosen, left } = choosePictures(articles, max);
    expect(left % PICTURE_STEP).toBe(0);
    expect(chosen.length * 9).toBeLessThanOrEqual(max);
    expect(chosen[0]?.url).toMatch(/299\.jpg$/);
    expect(chosen.length + left).toBe(300);
  }
  const before = choosePictures(articles.slice(0, 295), 2_500);
  expect(choosePictures(articles, 2_500).chosen.at(-1)).toEqual(before.chosen.at(-1));
});

test("with room for none, none are chosen and none are missed", () => {
  expect(choosePictures(articles, 0)).toEqual({ chosen: [], left: 0 });
});

test("tasks keep to the number and the weight of a queue, and one that is too heavy runs alone", async () => {
  const queue = new WeightedQueue({ parallel: 3, weight: 10 });
  const running: number[] = [];
  const seen: string[] = [];
  await Promise.all(
    [4, 4, 4, 1, 20, 2, 2, 2, 2].map((weight) =>
      queue.run(weight, async () => {
        running.push(weight);
        seen.push(running.toSorted().join());
        await new Promise((resolve) => setTimeout(resolve, 2));
        running.splice(running.indexOf(weight), 1);
      }),
    ),
  );
  for (const each of seen) {
    const weights = each.split(",").map(Number);
    expect(weights.length).toBeLessThanOrEqual(3);
    if (weights.length > 1) expect(weights.reduce((a, b) => a + b)).toBeLessThanOrEqual(10);
  }
  expect(seen).toHaveLength(9);
});
