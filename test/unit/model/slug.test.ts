import fc from "fast-check";
import { expect, test } from "vitest";
import { slug } from "../../../src/model/schema.ts";
import { nameSlug } from "../../../src/model/scope.ts";
import { cutSlug, MAX_SLUG_BYTES, slugBytes, slugOf } from "../../../src/model/slug.ts";

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

const LETTERS = fc.string({
  unit: fc.constantFrom("a", "é", "я", "港", "के", "𠀋", "i̇", "e\u0323\u0301", " ", "-", "7"),
});
const LONG = fc.string({ unit: LETTERS, minLength: 20, maxLength: 60 });

test("a slug of a title in any script is at most 200 bytes and does not end within a character", () => {
  expect(slugOf("港口的新船".repeat(30))).toBe("港口的新船".repeat(14).slice(0, 66));
  expect(slugBytes(slugOf("𠀋".repeat(100)))).toBeLessThanOrEqual(MAX_SLUG_BYTES);
  fc.assert(
    fc.property(LONG, (title) => {
      const made = slugOf(title);
      expect(slugBytes(made)).toBeLessThanOrEqual(MAX_SLUG_BYTES);
      expect(made === "" || slug.safeParse(made).success).toBe(true);
    }),
  );
});

test("a slug that is cut keeps its ending, and stays valid", () => {
  fc.assert(
    fc.property(LONG, fc.integer({ min: 2, max: 99_999 }), (title, number) => {
      const whole = title.split(/[ -]+/).filter(Boolean).join("-").normalize("NFC").toLowerCase();
      fc.pre(/^[\p{L}\p{N}]/u.test(whole));
      const cut = cutSlug(whole, `-${number}`);
      expect(cut.endsWith(`-${number}`)).toBe(true);
      expect(slug.safeParse(cut)).toMatchObject({ success: true });
    }),
  );
  expect(slugBytes(cutSlug(`a${"\u0323".repeat(400)}`, "-2"))).toBeLessThanOrEqual(MAX_SLUG_BYTES);
});

test("long names of tags and authors have slugs of at most 200 bytes, each its own", () => {
  const names = Array.from({ length: 40 }, (_, index) => `${"港".repeat(70)}${String.fromCodePoint(0x4e00 + index)}`);
  const faces = Array.from({ length: 40 }, (_, index) => `${"🛳".repeat(60)}${String.fromCodePoint(0x1f600 + index)}`);
  const slugs = [...names, ...faces].map(nameSlug);
  expect(new Set(slugs).size).toBe(80);
  for (const each of slugs) expect(slug.safeParse(each)).toMatchObject({ success: true });
  // The address of a name that fits stays what it was.
  expect(nameSlug("港".repeat(66))).toBe("港".repeat(66));
});

test("a slug of more than 200 bytes is refused with its size and the limit", () => {
  expect(slug.safeParse("ü".repeat(100)).success).toBe(true);
  const { error } = slug.safeParse(`${"ü".repeat(100)}a`);
  expect(error?.issues.map(({ message }) => message)).toEqual([
    "expected at most 200 bytes of UTF-8, since it names a file; this slug has 201",
  ]);
  expect(slug.safeParse("A B".repeat(100)).error?.issues).toHaveLength(1);
});
