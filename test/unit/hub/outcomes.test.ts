import { describe, expect, test } from "vitest";
import { MAX_RETRIES, retryDelay } from "../../../src/hub/deliver/outcomes.ts";

const HOUR = 3_600_000;
const even = () => 0.5;

describe("the delay before a retry", () => {
  test("doubles, and there is none after eight retries", () => {
    const delays = Array.from({ length: MAX_RETRIES + 1 }, (_, index) => retryDelay(index + 1, undefined, even));
    expect(delays).toEqual([30, 60, 120, 240, 480, 960, 1_920, 3_840, undefined].map((s) => s && s * 1_000));
  });

  test("varies by a fifth, and all delays together always outlast an hour and a half", () => {
    const ends = [0, 0.999_999].map((chance) => retryDelay(1, undefined, () => chance));
    expect(ends).toEqual([24_000, 36_000]);
    const shortest = Array.from({ length: MAX_RETRIES }, (_, index) => retryDelay(index + 1, undefined, () => 0) ?? 0);
    expect(shortest.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(1.5 * HOUR);
  });

  test("is at least what the callback asks for and at most six hours", () => {
    expect(retryDelay(1, 90_000, even)).toBe(90_000);
    expect(retryDelay(3, 1_000, even)).toBe(120_000);
    expect(retryDelay(1, 24 * HOUR, even)).toBe(6 * HOUR);
  });
});
