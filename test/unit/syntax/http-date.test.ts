import { expect, test } from "vitest";
import { formatHttpDate, parseHttpDate, parseImfFixdate } from "../../../src/syntax/http-date.ts";
import { expectLinear, repeated } from "./growth.ts";

const INSTANT = Date.UTC(1994, 10, 6, 8, 49, 37);

/** The examples of RFC 9110 section 5.6.7. */
test.each(["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"])(
  "%s is read",
  (text) => expect(parseHttpDate(text)).toBe(INSTANT),
);

test("a date is written as IMF-fixdate, to the second", () => {
  expect(formatHttpDate(INSTANT + 999)).toBe("Sun, 06 Nov 1994 08:49:37 GMT");
});

test("only IMF-fixdate passes as what a sender may write", () => {
  expect(parseImfFixdate("Sun, 06 Nov 1994 08:49:37 GMT")).toBe(INSTANT);
  expect(parseImfFixdate("Sunday, 06-Nov-94 08:49:37 GMT")).toBeUndefined();
  expect(parseImfFixdate("Sun Nov  6 08:49:37 1994")).toBeUndefined();
});

test("a year of two digits is between 1950 and 2049, and the weekday is not checked", () => {
  expect(parseHttpDate("Sunday, 01-Jun-26 12:00:00 GMT")).toBe(Date.UTC(2026, 5, 1, 12));
  expect(parseHttpDate("Sun, 29 Feb 2024 23:59:60 GMT")).toBe(Date.UTC(2024, 2, 1));
});

test.each([
  null,
  undefined,
  "",
  "yesterday",
  "2026-06-01T12:00:00Z",
  "Sun, 6 Nov 1994 08:49:37 GMT",
  "Sun, 06 Nov 1994 08:49:37",
  "Sun, 06 Nov 1994 08:49:37 +0000",
  "Sun, 06 Nov 1994 24:00:00 GMT",
  "Tue, 31 Feb 2026 00:00:00 GMT",
  "Sun, 99 Foo 2026",
  "sun, 06 nov 1994 08:49:37 gmt",
  " Sun, 06 Nov 1994 08:49:37 GMT",
])("%j is not a date", (text) => expect(parseHttpDate(text)).toBeUndefined());

test.each(["Sunday", "Sun, ", " ", "0"])("nothing but %j takes linear time", (pattern) => {
  expectLinear(repeated(pattern), parseHttpDate);
});
