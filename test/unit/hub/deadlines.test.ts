import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Deadlines } from "../../../src/hub/deadlines.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const begin = (deadlines: Deadlines, ended: string[], name: string) => deadlines.start(() => ended.push(name));

describe("deadlines", () => {
  test("end each at its own time, in order, with one timer for all", () => {
    const deadlines = new Deadlines(100);
    const ended: string[] = [];
    begin(deadlines, ended, "first");
    vi.advanceTimersByTime(40);
    begin(deadlines, ended, "second");
    begin(deadlines, ended, "third");
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(59);
    expect(ended).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(ended).toEqual(["first"]);
    vi.advanceTimersByTime(39);
    expect(ended).toEqual(["first"]);
    vi.advanceTimersByTime(1);
    expect(ended).toEqual(["first", "second", "third"]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("do not end a request that is done, and leave no timer when all are", () => {
    const deadlines = new Deadlines(100);
    const ended: string[] = [];
    const finishFirst = begin(deadlines, ended, "first");
    vi.advanceTimersByTime(50);
    const finishSecond = begin(deadlines, ended, "second");
    finishFirst();
    vi.advanceTimersByTime(60);
    expect([ended, vi.getTimerCount()]).toEqual([[], 1]);
    finishSecond();
    expect(vi.getTimerCount()).toBe(0);
    begin(deadlines, ended, "third");
    vi.advanceTimersByTime(100);
    expect(ended).toEqual(["third"]);
  });

  test("a request that begins while others end gets its whole time", () => {
    const deadlines = new Deadlines(100);
    const ended: string[] = [];
    deadlines.start(() => begin(deadlines, ended, "after"));
    vi.advanceTimersByTime(199);
    expect(ended).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(ended).toEqual(["after"]);
  });
});
