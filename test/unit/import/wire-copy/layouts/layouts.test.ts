import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { expectation } from "./expected.ts";
import { scoreOf, tableOf } from "./score.ts";

/** Copies in our own words, in the layouts of real news pages. A file beside each says what a person reads in it. */
const folder = join(import.meta.dirname, "../../../../fixtures/wire-copy/layouts");
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => name.slice(0, -".txt".length));
const copies = names.map((name) => ({
  name,
  text: readFileSync(join(folder, `${name}.txt`), "utf8"),
  expected: expectation.parse(parse(readFileSync(join(folder, `${name}.yaml`), "utf8"))),
}));

describe("copies in the layouts of news pages", () => {
  it("are read with at least 95 % of their elements right, none invented and no word lost", () => {
    const scores = copies.map(({ name, text, expected }) => [name, scoreOf(text, expected)] as const);
    const table = tableOf(scores);
    console.info(table);
    const elements = scores.reduce((sum, [, score]) => sum + score.elements, 0);
    const right = scores.reduce((sum, [, score]) => sum + score.right, 0);
    expect(right / elements, table).toBeGreaterThanOrEqual(0.95);
    expect(
      scores.flatMap(([name, { invented }]) => invented.map((each) => `${name}: ${each}`)),
      table,
    ).toEqual([]);
    expect(
      scores.flatMap(([name, { lost }]) => lost.map((each) => `${name}: ${each}`)),
      table,
    ).toEqual([]);
  });
});
