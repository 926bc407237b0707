import { expect, test } from "vitest";
import { err, ok, type Result } from "../../../src/syntax/result.ts";

test("a result holds a value or an error", () => {
  const results: readonly Result<number, string>[] = [ok(1), err("none")];
  expect(results).toEqual([
    { ok: true, value: 1 },
    { ok: false, error: "none" },
  ]);
});
