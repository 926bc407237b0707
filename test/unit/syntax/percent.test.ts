import { expect, test } from "vitest";
import { percentDecode, percentDecodeOrKeep, percentEncodePath } from "../../../src/syntax/percent.ts";
import { expectLinear, repeated } from "./growth.ts";

test.each([
  ["a%20b", "a b"],
  ["%C3%A4/%2F", "ä//"],
  ["plain+", "plain+"],
  ["", ""],
])("%s is decoded as %s", (text, decoded) => {
  expect([percentDecode(text), percentDecodeOrKeep(text)]).toEqual([decoded, decoded]);
});

test.each(["100%", "%zz", "%E4", "%C3%28", "%ED%A0%80"])("%s cannot be decoded, and is kept if asked", (text) => {
  expect([percentDecode(text), percentDecodeOrKeep(text)]).toEqual([undefined, text]);
});

test("a path is encoded between its slashes", () => {
  expect(percentEncodePath("ab12/a b ä?#.png")).toBe("ab12/a%20b%20%C3%A4%3F%23.png");
});

test.each(["%", "%20", "%C3"])("nothing but %j takes linear time", (pattern) => {
  expectLinear(repeated(pattern), percentDecode);
});
