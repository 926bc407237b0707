import { expect, test } from "vitest";
import { remember } from "../../../src/syntax/remember.ts";

test("a result is worked out once, as long as the keys are few", () => {
  const asked: string[] = [];
  const double = remember((key) => {
    asked.push(key);
    return key + key;
  }, 2);
  expect(["a", "b", "a", "b"].map(double)).toEqual(["aa", "bb", "aa", "bb"]);
  expect(asked).toEqual(["a", "b"]);
  expect(["c", "a"].map(double)).toEqual(["cc", "aa"]);
  expect(asked).toEqual(["a", "b", "c", "a"]);
});
