import { describe, expect, it } from "vitest";
import { copiesIn } from "./copies.ts";
import { scoreOf, tableOf } from "./score.ts";

/** Copies that are not read right yet: a summary below the picture looks as the first sentence does. */
const KNOWN_MISSES = ["lefigaro"];

describe("copies in layouts whose expectation was written before the parser read them", () => {
  it.each(["unseen/english", "unseen/european", "unseen/scripts"])("of %s", (folder) => {
    const scores = copiesIn(folder).map(({ name, text, expected }) => [name, scoreOf(text, expected)] as const);
    const table = tableOf(scores);
    console.info(table);
    const sum = (of: (score: (typeof scores)[number][1]) => number) =>
      scores.reduce((total, [, score]) => total + of(score), 0);
    expect(sum(({ right }) => right) / sum(({ elements }) => elements), table).toBeGreaterThanOrEqual(0.95);
    expect(scores.flatMap(([, { lost }]) => lost)).toEqual([]);
    const invented = scores.filter(([name]) => !KNOWN_MISSES.includes(name)).flatMap(([, score]) => score.invented);
    expect(invented, table).toEqual([]);
  });
});
