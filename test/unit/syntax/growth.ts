import { expect } from "vitest";

/** If the large input takes less CPU time than this, in milliseconds, the run cannot be quadratic. */
const MAX_UNDOUBTED = 50;
const MAX_ATTEMPTS = 6;

/**
 * Expects that `run` takes linear time: four times the input takes about four times the CPU time, where a quadratic run
 * takes sixteen times. CPU time does not depend on other processes. The smallest ratio of several attempts counts,
 * because a collection of garbage can only make a run longer.
 */
export function expectLinear(inputOf: (length: number) => string, run: (input: string) => unknown): void {
  const [small, large] = [inputOf(50_000), inputOf(200_000)];
  let ratio = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < MAX_ATTEMPTS && ratio >= 10; attempt++) {
    const time = cpuTimeOf(() => run(large));
    if (time < MAX_UNDOUBTED) return;
    ratio = Math.min(ratio, time / cpuTimeOf(() => run(small)));
  }
  expect(ratio).toBeLessThan(10);
}

/** Milliseconds of CPU time that this process spends on `run`. */
function cpuTimeOf(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** Inputs of the given length: a prefix, and then one pattern over and over. */
export function repeated(pattern: string, prefix = ""): (length: number) => string {
  return (length) => prefix + pattern.repeat(Math.ceil(length / pattern.length));
}
