import { expect, it } from "vitest";
import { splitFrontMatter } from "../../../../src/compile/front-matter/split-front-matter.ts";

it.each([
  ["---\na: b\n---\nC\n", { yaml: "\na: b\n", body: "\n\n\nC\n" }],
  ["\uFEFF--- \r\na: b\r\n---\r\nC", { yaml: "\na: b\r\n", body: "\n\n\nC" }],
  ["---\n---", { yaml: "\n", body: "\n" }],
  ["---\na: |\n  ---\n---\n\n---\nb", { yaml: "\na: |\n  ---\n", body: "\n\n\n\n\n---\nb" }],
  ["---\na: b---\n---\n", { yaml: "\na: b---\n", body: "\n\n\n" }],
])("splitFrontMatter splits %j and preserves the line numbers of both parts", (text, parts) => {
  expect(splitFrontMatter(text)).toEqual(parts);
});

it.each(["", "a: b\n---\n", "\n---\na: b\n---\n", "---\na: b\n", "----\na: b\n----\n", "---\na: b\n----\n"])(
  "splitFrontMatter finds no fields in %j",
  (text) => {
    expect(splitFrontMatter(text)).toBeUndefined();
  },
);
