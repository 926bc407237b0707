import { expect, it } from "vitest";
import { hintAt, nearest } from "../../../src/compile/nearest.ts";

it.each([
  ["sumary", ["summary", "status"], ["summary"]],
  ["Icon.PNG", ["icon.png", "map.png"], ["icon.png"]],
  ["ab", ["a", "abc", "ax", "abcd", "x"], ["a", "abc", "ax"]],
  ["entirely-other", ["a", "b"], []],
])("nearest(%j, %j) returns %j", (name, known, expected) => {
  expect(nearest(name, known)).toEqual(expected);
});

it("hintAt asks which of the nearest names was meant", () => {
  expect(hintAt("ab", ["abc", "abd"])).toBe('; did you mean "abc" or "abd"?');
  expect(hintAt("ab", ["xyzxyz"])).toBe("");
});
