import { expect, test } from "vitest";
import { formatContentRange, formatUnsatisfiedRange, parseByteRange } from "../../../src/syntax/range.ts";
import { expectLinear, repeated } from "./growth.ts";

test.each([
  ["bytes=0-0", { first: 0, last: 0 }],
  ["bytes=2-4", { first: 2, last: 4 }],
  ["Bytes= 2-4 ", { first: 2, last: 4 }],
  ["bytes=2-", { first: 2, last: 9 }],
  ["bytes=2-99", { first: 2, last: 9 }],
  ["bytes=-3", { first: 7, last: 9 }],
  ["bytes=-99", { first: 0, last: 9 }],
  ["bytes=-0", "not-satisfiable"],
  ["bytes=10-", "not-satisfiable"],
  [`bytes=${"9".repeat(400)}-`, "not-satisfiable"],
  ["bytes=4-2", undefined],
  ["bytes=0-1,3-4", undefined],
  ["bytes=-", undefined],
  ["bytes=a-b", undefined],
  ["items=0-1", undefined],
  ["", undefined],
  [null, undefined],
])("Range: %s of ten bytes is %j", (field, expected) => {
  expect(parseByteRange(field, 10)).toEqual(expected);
});

test("no range of an empty file can be satisfied", () => {
  expect([parseByteRange("bytes=0-", 0), parseByteRange("bytes=-1", 0)]).toEqual([
    "not-satisfiable",
    "not-satisfiable",
  ]);
});

test("Content-Range says which bytes, or only how many there are", () => {
  expect(formatContentRange({ first: 0, last: 9 }, 100)).toBe("bytes 0-9/100");
  expect(formatUnsatisfiedRange(100)).toBe("bytes */100");
});

test.each([" ", "1", "1-", "- "])("nothing but %j takes linear time", (pattern) => {
  expectLinear(repeated(pattern, "bytes="), (field) => parseByteRange(`${field}x`, 10));
});
