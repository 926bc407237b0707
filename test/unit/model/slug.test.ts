import fc from "fast-check";
import { expect, test } from "vitest";
import { slug } from "../../../src/model/schema.ts";
import { slugOf } from "../../../src/model/slug.ts";

test.each([
  ["ROK urges flexibility: talks in 2021", "rok-urges-flexibility-talks-in-2021"],
  ["The harbour’s “new” boat", "the-harbours-new-boat"],
  ["Élan à l'école", "élan-à-lécole"],
  ["港口的新船", "港口的新船"],
  ["חדשות הנמל", "חדשות-הנמל"],
  ["İstanbul", "i̇stanbul"],
  ["— ! —", ""],
])("the slug of %j is %j", (title, expected) => {
  expect(slugOf(title)).toBe(expected);
});

test("a slug of a long title is cut between words", () => {
  const cut = slugOf("word ".repeat(40));
  expect(cut.length).toBeLessThanOrEqual(80);
  expect(cut).toMatch(/^word(-word)+$/);
});

test("the slug of any title is valid or empty", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (title) => {
      const made = slugOf(title);
      expect(made === "" || slug.safeParse(made).success).toBe(true);
    }),
  );
});
