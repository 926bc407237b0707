import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Copy, copiesIn, lineOf } from "./copies.ts";
import { END, type Mutation, withBlankLines, withFurniture, withoutBlankLines, withSpaces } from "./mutations.ts";
import { type Score, scoreOf, tableOf } from "./score.ts";

/** Copies in our own words, in the layouts of real news pages. */
const copies = copiesIn("layouts");

type Scores = readonly (readonly [name: string, score: Score])[];

function expectRight(scores: Scores, share: number): void {
  const table = tableOf(scores);
  console.info(table);
  const elements = scores.reduce((sum, [, score]) => sum + score.elements, 0);
  const right = scores.reduce((sum, [, score]) => sum + score.right, 0);
  expect(right / elements, table).toBeGreaterThanOrEqual(share);
  expect(
    scores.flatMap(([name, { lost }]) => lost.map((each) => `${name}: ${each}`)),
    table,
  ).toEqual([]);
}

function mutated({ name, text, expected }: Copy, mutation: Mutation, seed: number, end: string) {
  let state = seed;
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  const changed = mutation(text.trimEnd().split("\n"), random).join(end);
  return [`${name} (${seed})`, scoreOf(changed, expected, text)] as const;
}

describe("copies in the layouts of news pages", () => {
  it("are read with at least 95 % of their elements right, none invented and no word lost", () => {
    const scores = copies.map(({ name, text, expected }) => [name, scoreOf(text, expected)] as const);
    expectRight(scores, 0.95);
    expect(scores.flatMap(([name, { invented }]) => invented.map((each) => `${name}: ${each}`))).toEqual([]);
  });

  it("that were written after the parser are read as well", () => {
    expectRight(
      copiesIn("held-out").map(({ name, text, expected }) => [name, scoreOf(text, expected)] as const),
      0.95,
    );
  });

  it.each([
    ["twice as many blank lines", withBlankLines],
    ["spaces and no-break spaces at the ends of lines", withSpaces],
    ["no blank lines", withoutBlankLines],
  ])("are read as well with %s", (_, mutation) => {
    const ends = fc.sample(END, { seed: 1, numRuns: copies.length });
    expectRight(
      copies.map((copy, index) => mutated(copy, mutation, index + 1, ends[index] ?? "\n")),
      0.95,
    );
  });

  it("are read as well with furniture between the lines of the header", { timeout: 60_000 }, () => {
    const scores = [1, 2, 3, 4].flatMap((round) =>
      copies.map((copy, index) => {
        const body = lineOf(copy.expected.paragraphs[0] ?? "1") - 1;
        const mutation = withFurniture(lineOf(copy.expected.headline), body);
        return mutated(copy, mutation, round * 1000 + index, "\n");
      }),
    );
    expectRight(scores, 0.95);
  });
});
