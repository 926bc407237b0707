import { expect, it } from "vitest";
import { canonicalOf, customFields, farPicture } from "../../../../src/import/wordpress/facts/plugin-fields.ts";
import { itemWith } from "./item-with.ts";

const SITE = "https://site.example/";

it.each([
  [{ _yoast_wpseo_canonical: "https://first.example/a" }, "https://first.example/a"],
  [{ rank_math_canonical_url: "https://first.example/b" }, "https://first.example/b"],
  [{ _yoast_wpseo_canonical: "https://www.site.example/other/" }, undefined],
  [{ _yoast_wpseo_canonical: "nothing" }, undefined],
  [{}, undefined],
])("the original that %j names", (fields, wanted) => {
  expect(canonicalOf(itemWith(fields), SITE)).toBe(wanted);
});

it("takes a featured picture from elsewhere", () => {
  const fields = { fifu_image_url: "https://far.example/a.jpg", fifu_image_alt: "A &amp; b" };
  expect(farPicture(itemWith(fields), SITE)).toEqual({ url: "https://far.example/a.jpg", alternativeText: "A & b" });
  expect(farPicture(itemWith({ fifu_image_alt: "x" }), SITE)).toBeUndefined();
});

it("finds the fields that an editor filled in, and no others", () => {
  const fields = {
    deck: "Words",
    _deck: "field_5a",
    empty: "",
    _empty: "field_5b",
    dsq_thread_id: "7",
    _edit_last: "1",
  };
  expect(customFields(itemWith(fields))).toEqual([{ name: "deck", value: "Words" }]);
});
