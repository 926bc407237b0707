import { describe, expect, test } from "vitest";
import { RETRIES, readRetryAfter, retryDelay } from "../../../src/hub/deliver/retry-delay.ts";

const NOW = Date.UTC(2026, 5, 1, 12);
const HOUR = 3_600_000;
const even = () => 0.5;

describe("the delay before the next try", () => {
  test("doubles, and ends after eight more tries", () => {
    const delays = Array.from({ length: RETRIES + 1 }, (_, index) => retryDelay(index + 1, undefined, even));
    expect(delays).toEqual([30, 60, 120, 240, 480, 960, 1_920, 3_840, undefined].map((s) => s && s * 1_000));
  });

  test("has a fifth more or less of chance in it, and outlasts an hour of faults whatever the chance", () => {
    const ends = [0, 0.999_999].map((chance) => retryDelay(1, undefined, () => chance));
    expect(ends).toEqual([24_000, 36_000]);
    const least = Array.from({ length: RETRIES }, (_, index) => retryDelay(index + 1, undefined, () => 0) ?? 0);
    expect(least.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(1.5 * HOUR);
  });

  test("is as long as the callback asks for, never shorter than our own, and six hours at most", () => {
    expect(retryDelay(1, 90_000, even)).toBe(90_000);
    expect(retryDelay(3, 1_000, even)).toBe(120_000);
    expect(retryDelay(1, 24 * HOUR, even)).toBe(6 * HOUR);
  });
});

test.each([
  ["120", 120_000],
  [" 0 ", 0],
  ["99999999999", 6 * HOUR],
  [new Date(NOW + 60_000).toUTCString(), 60_000],
  [new Date(NOW - 60_000).toUTCString(), 0],
  ["Sunday, 01-Jun-26 12:00:00 GMT", 0],
  ["Sun, 99 Foo 2026", undefined],
  ["-1", undefined],
  ["soon 2030", undefined],
  ["", undefined],
  [null, undefined],
])("Retry-After: %s", (value, expected) => {
  expect(readRetryAfter(value, NOW)).toBe(expected);
});
