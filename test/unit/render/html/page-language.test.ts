import { expect, test } from "vitest";
import { directionOf, markLabel, markText, pageLanguage } from "../../../../src/render/html/page-language.ts";

test.each([
  ["en", "ltr"],
  ["ar", "rtl"],
  ["he-IL", "rtl"],
  ["fa", "rtl"],
  ["ur", "rtl"],
  ["ps", "rtl"],
  ["dv", "rtl"],
  ["yi", "rtl"],
  ["az-Arab", "rtl"],
  ["az", "ltr"],
  ["pa-PK", "rtl"],
  ["ja", "ltr"],
])("%s runs %s", (tag, direction) => {
  expect(directionOf(tag)).toBe(direction);
});

test("markText marks text in another language with its language, and with its direction if that differs", () => {
  const english = pageLanguage("en");
  expect(markText("en", english)).toEqual({});
  expect(markText("en-GB", english)).toEqual({ lang: "en-GB" });
  expect(markText("ar", english)).toEqual({ lang: "ar", dir: "rtl" });
});

test("markLabel marks labels inside text in another language with the page's language", () => {
  const english = pageLanguage("en");
  expect(markLabel("en-GB", english)).toEqual({});
  expect(markLabel("ar", english)).toEqual({ lang: "en", dir: "ltr" });
});
