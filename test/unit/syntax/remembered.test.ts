import { expect, it } from "vitest";
import { remembered } from "../../../src/syntax/remembered.ts";

it("remembers the results for short texts, and works again after it has forgotten them", () => {
  let count = 0;
  const upper = remembered((text) => {
    count += 1;
    return text.toUpperCase();
  });
  expect([upper("boats"), upper("boats"), count]).toEqual(["BOATS", "BOATS", 1]);
  for (let index = 0; index < 5_000; index += 1) upper(`tag ${index}`);
  expect([upper("boats"), count]).toEqual(["BOATS", 5_002]);
});

it("does not remember long texts, nor that there is no result", () => {
  let count = 0;
  const none = remembered(() => {
    count += 1;
    return undefined;
  });
  none("a");
  none("a");
  expect(count).toBe(2);
  const long = "a".repeat(1_000);
  const length = remembered((text) => {
    count += 1;
    return text.length;
  });
  expect([length(long), length(long), count]).toEqual([1_000, 1_000, 4]);
});
