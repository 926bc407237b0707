import { expect, test } from "vitest";
import { parseRetryAfter } from "../../../src/syntax/retry-after.ts";
import { expectLinear, repeated } from "./growth.ts";

const NOW = Date.UTC(2026, 5, 1, 12);

test.each([
  ["120", 120_000],
  ["7", 7_000],
  [" 0 ", 0],
  ["99999999999", 99_999_999_999_000],
  ["9".repeat(400), Number.MAX_SAFE_INTEGER],
  [new Date(NOW + 60_000).toUTCString(), 60_000],
  [new Date(NOW - 60_000).toUTCString(), 0],
  [new Date(NOW).toUTCString(), 0],
  ["Sunday, 01-Jun-26 12:00:00 GMT", 0],
  ["Sun, 99 Foo 2026", undefined],
  ["2026-06-01T13:00:00Z", undefined],
  ["-1", undefined],
  ["1.5", undefined],
  ["soon", undefined],
  ["soon 2030", undefined],
  ["", undefined],
  [null, undefined],
  [undefined, undefined],
])("Retry-After: %s is %j ms", (field, expected) => {
  expect(parseRetryAfter(field, NOW)).toBe(expected);
});

test.each(["1", " ", "1 "])("nothing but %j takes linear time", (pattern) => {
  expectLinear(repeated(pattern), (field) => parseRetryAfter(`${field}x`, NOW));
});
