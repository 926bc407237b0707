import { describe, expect, test } from "vitest";
import { formatRfc822, parseRfc822 } from "../../../src/syntax/rfc822-date.ts";
import { expectLinear, repeated } from "./growth.ts";

test.each([
  ["2021-02-03T21:42:00+08:00", "Wed, 03 Feb 2021 21:42:00 +0800"],
  ["2026-01-01T00:00:00Z", "Thu, 01 Jan 2026 00:00:00 +0000"],
  ["2019-12-31T23:59:59-03:30", "Tue, 31 Dec 2019 23:59:59 -0330"],
])("%s is written as %s, and read back", (rfc3339, rfc822) => {
  expect(formatRfc822(rfc3339)).toBe(rfc822);
  expect(parseRfc822(rfc822)).toEqual({ ok: true, value: rfc3339 });
});

describe("the strict reader", () => {
  test.each([
    ["1 May 2019 09:30 GMT", "2019-05-01T09:30:00Z"],
    ["Wed, 01 May 2019 09:30:60 EST", "2019-05-01T09:30:59-05:00"],
  ])("reads %s", (text, value) => expect(parseRfc822(text)).toEqual({ ok: true, value }));

  test.each([
    ["2019-05-01T09:30:00Z", { kind: "malformed" }],
    ["Wed, 01 May 2019 09:30:00", { kind: "malformed" }],
    ["Wednesday, 01 May 2019 09:30:00 GMT", { kind: "malformed" }],
    ["Wed, 01 May 2019 25:30:00 GMT", { kind: "malformed" }],
    ["Wed, 01 May 19 09:30:00 GMT", { kind: "two-digit year" }],
    ["Sat, 30 Feb 2019 09:30:00 GMT", { kind: "no such day" }],
    ["Mon, 01 May 2019 09:30:00 GMT", { kind: "wrong weekday", weekday: "Wed" }],
  ])("says what is wrong with %s", (text, error) => expect(parseRfc822(text)).toEqual({ ok: false, error }));
});

test.each([
  ["letters", repeated("a")],
  ["spaces behind a weekday", repeated(" ", "Wed,")],
  ["spaces behind a date", repeated(" ", "1 May 2019")],
  ["spaces and commas", repeated(" ,", "1 May 2019")],
  ["hyphens", repeated("-", "1")],
  ["a zone without an end", repeated("a", "1 May 2019 09:30 ")],
  ["a comment of brackets", repeated(")", "1 May 2019 09:30 GMT (")],
  ["a fraction without an end", repeated("0", "1 May 2019 09:30:00.")],
])("nothing but %s takes linear time", (_, inputOf) => {
  const input = (length: number) => `${inputOf(length)}!`;
  expectLinear(input, parseRfc822);
});
