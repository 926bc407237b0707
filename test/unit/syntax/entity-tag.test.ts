import { describe, expect, test } from "vitest";
import {
  formatEntityTag,
  isEntityTag,
  isSameTagStrongly,
  isSameTagWeakly,
  isWeakTag,
  listMatchesStrongly,
  listMatchesWeakly,
  opaqueTag,
  parseEntityTagList,
  weakTag,
} from "../../../src/syntax/entity-tag.ts";
import { expectLinear, repeated } from "./growth.ts";

test.each(['"abc"', 'W/"abc"', '""', '"a,b"', '"\u00e9"', '"W/"'])("%s is an entity tag", (text) => {
  expect(isEntityTag(text)).toBe(true);
});

test.each(["abc", '"a', 'a"', 'w/"a"', '"a b"', '"a"b"', ' "a"', "*", "", '"a", "b"', '"\u007f"'])(
  "%j is not an entity tag",
  (text) => expect(isEntityTag(text)).toBe(false),
);

test("a tag is written strong or weak, and changes its strength", () => {
  expect([formatEntityTag("a"), formatEntityTag("a", "weak")]).toEqual(['"a"', 'W/"a"']);
  expect(['"a"', 'W/"a"'].map(isWeakTag)).toEqual([false, true]);
  expect(['"a"', 'W/"a"'].map(opaqueTag)).toEqual(['"a"', '"a"']);
  expect(['"a"', 'W/"a"'].map(weakTag)).toEqual(['W/"a"', 'W/"a"']);
});

test("a list contains tags with commas, and what is not a tag is skipped", () => {
  expect(parseEntityTagList('"a,b", W/"c" ,"", d, "e f", "g"')).toEqual(['"a,b"', 'W/"c"', '""', '"g"']);
  expect(parseEntityTagList(" * ")).toBe("*");
  expect([parseEntityTagList(null), parseEntityTagList(undefined), parseEntityTagList("")]).toEqual([[], [], []]);
});

/** The table of RFC 9110 section 8.8.3.2. */
test.each([
  ['W/"1"', 'W/"1"', false, true],
  ['W/"1"', 'W/"2"', false, false],
  ['W/"1"', '"1"', false, true],
  ['"1"', '"1"', true, true],
])("%s and %s: strong comparison %j, weak comparison %j", (one, other, strongly, weakly) => {
  expect([isSameTagStrongly(one, other), isSameTagWeakly(one, other)]).toEqual([strongly, weakly]);
});

describe("a list of tags", () => {
  test.each([
    ['W/"x"', true],
    ['"x"', true],
    ['"a,b", W/"x" ,W/"c"', true],
    ["*", true],
    ['"a", W/"b"', false],
    ["x", false],
  ])("If-None-Match: %s matches weakly: %j", (field, expected) => {
    expect(listMatchesWeakly(field, 'W/"x"')).toBe(expected);
  });

  test.each([
    ['"x"', '"x"', true],
    ['"a", "x"', '"x"', true],
    ["*", 'W/"x"', true],
    ['W/"x"', '"x"', false],
    ['W/"x"', 'W/"x"', false],
    ['"x"', 'W/"x"', false],
  ])("If-Match: %s and %s match strongly: %j", (field, tag, expected) => {
    expect(listMatchesStrongly(field, tag)).toBe(expected);
  });
});

test.each([
  ["quotation marks", repeated('"')],
  ["one tag without an end", repeated("a", '"')],
  ["tags broken off", repeated('"aaaaaaa ')],
  ["marks of weakness", repeated("W/")],
  ["white space", repeated(" ", "*")],
])("a list of nothing but %s takes linear time", (_, inputOf) => {
  expectLinear(inputOf, parseEntityTagList);
  expectLinear(inputOf, isEntityTag);
});
