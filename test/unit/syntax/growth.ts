import { expect } from "vitest";

/** A time so short for the large input that work in the square of its length is out of the question. */
const UNDOUBTED_MS = 50;

/**
 * Expects that `run` takes linear time: four times the input, well below the sixteen times of the square. The shortest
 * of three runs counts, since other processes can only make a run longer.
 */
export function expectLinear(inputOf: (length: number) => string, run: (input: string) => unknown): void {
  const large = shortest(inputOf(200_000), run);
  if (large < UNDOUBTED_MS) return;
  expect(large / shortest(inputOf(50_000), run)).toBeLessThan(10);
}

function shortest(input: string, run: (input: string) => unknown): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    run(input);
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** Inputs of the given length: a prefix, and then one pattern over and over. */
export function repeated(pattern: string, prefix = ""): (length: number) => string {
  return (length) => prefix + pattern.repeat(Math.ceil(length / pattern.length));
}
