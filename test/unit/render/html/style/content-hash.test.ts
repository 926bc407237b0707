import { expect, test } from "vitest";
import { contentHash } from "../../../../../src/render/html/style/content-hash.ts";

test.each([
  ["", "cbf29ce484222325"],
  ["a", "af63dc4c8601ec8c"],
  ["foobar", "85944171f73967e8"],
])("the FNV-1a hash of %j is %s, as its authors publish it", (text, hash) => {
  expect(contentHash(text)).toBe(hash);
});

test("contentHash hashes UTF-8 bytes, and keeps leading zeros", () => {
  expect(contentHash("é")).not.toBe(contentHash("e"));
  expect(contentHash("é")).toMatch(/^[0-9a-f]{16}$/);
});
