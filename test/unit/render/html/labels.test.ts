import { describe, expect, test } from "vitest";
import { english } from "../../../../src/render/html/labels/en.ts";
import { LABELS, labelsFor } from "../../../../src/render/html/labels/labels-for.ts";

const names = Object.keys(english).toSorted();

describe.each(Object.entries(LABELS))("%s", (_tag, labels) => {
  test("has every label, and none is empty", () => {
    expect(Object.keys(labels).toSorted()).toEqual(names);
    for (const [name, label] of Object.entries(labels)) {
      expect(typeof label === "function" ? label("Atom", "Harbour News").trim() : label, name).not.toBe("");
    }
  });

  test("names the format in its sentence about a feed", () => {
    expect(labels.feedIs("JSON Feed").split("JSON Feed")).toHaveLength(2);
  });

  test("names the subject and the publication in its sentences about a feed", () => {
    const { inSection, tagged, byAuthor, matching } = labels;
    for (const sentence of [inSection, tagged, byAuthor, matching].map((make) => make("Tides", "Harbour News"))) {
      expect(sentence.split("Tides")).toHaveLength(2);
      expect(sentence.split("Harbour News")).toHaveLength(2);
    }
  });

  test("is not a copy of another language", () => {
    const twins = Object.values(LABELS).filter((other) => other.subscribeHow === labels.subscribeHow);
    expect(twins).toHaveLength(1);
  });
});

test.each([
  ["en", "Subscribe"],
  ["en-AU", "Subscribe"],
  ["de-CH", "Abonnieren"],
  ["pt-BR", "Assinar"],
  ["zh", "订阅"],
  ["zh-SG", "订阅"],
  ["zh-TW", "訂閱"],
  ["zh-HK", "訂閱"],
  ["zh-Hant-CN", "訂閱"],
  ["ar-EG", "اشترك"],
])("the label for %s is %s", (tag, label) => {
  expect(labelsFor(tag).subscribe).toBe(label);
});

test("a language without labels gets the English ones", () => {
  expect(labelsFor("eo")).toBe(english);
});
