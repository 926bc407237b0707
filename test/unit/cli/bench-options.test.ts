import { describe, expect, test } from "vitest";
import { readBenchOptions } from "../../bench/bench-options.ts";

describe("the options of npm run bench", () => {
  test("without a name, files, newsroom and hub run with their own sizes", () => {
    expect(readBenchOptions([])).toEqual({
      parts: ["files", "newsroom", "hub"],
      articles: undefined,
      subscribers: [100, 1_000, 10_000],
      rounds: 40,
      minutes: 10,
      steps: 50,
      base: undefined,
    });
  });

  test.each([
    [["cold", "--articles", "20000,20", "--base", "../other"], { parts: ["cold"], articles: [20, 20_000] }],
    [["crawl", "--articles", "100000", "--steps", "0"], { parts: ["crawl"], articles: [100_000], steps: 0 }],
    [["soak", "--minutes", "0.5"], { parts: ["soak"], minutes: 0.5 }],
    [["hub", "newsroom", "--articles", "1000"], { parts: ["newsroom", "hub"], articles: [1_000] }],
    [["put", "--base", "../other"], { parts: ["put"], base: "../other" }],
  ])("%j is read", (args, expected) => expect(readBenchOptions(args)).toMatchObject(expected));

  test.each([
    [["put"]],
    [["crawl", "soak"]],
    [["crawl", "hub"]],
    [["hub", "--base", "../other"]],
    [["nothing"]],
    [["crawl", "--articles", "many"]],
    [["crawl", "--articles", "0"]],
    [["soak", "--minutes", "0"]],
    [["newsroom", "--articles", "20"]],
    [["hub", "--subscribers", "1.5"]],
    [["--unknown"]],
  ])("%j is refused", (args) => expect(readBenchOptions(args)).toBeUndefined());
});
