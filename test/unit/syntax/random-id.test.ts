import { expect, test } from "vitest";
import { idOfBytes, randomId } from "../../../src/syntax/random-id.ts";

test("bytes become letters of the alphabet, all equally often", () => {
  expect(idOfBytes(Uint8Array.from({ length: 32 }, (_, index) => index))).toBe("0123456789abcdefghjkmnpqrstvwxyz");
  expect(idOfBytes(Uint8Array.from({ length: 16 }, (_, index) => index + 8))).toBe("89abcdefghjkmnpq");
  const all = idOfBytes(Uint8Array.from({ length: 256 }, (_, index) => index));
  const counts = new Set([...new Set(all)].map((letter) => all.split(letter).length - 1));
  expect([...counts]).toEqual([8]);
});

test("an id has the length that is asked for, and its randomness from the caller", () => {
  expect(randomId(5, (count) => new Uint8Array(count).fill(31))).toBe("zzzzz");
});
