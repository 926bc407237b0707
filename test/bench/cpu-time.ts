import { readdirSync, readFileSync } from "node:fs";

/**
 * Milliseconds of CPU time of the process over all its threads: the cost of its work, whatever else the machine does.
 * NaN if there is no Linux `/proc`.
 */
export function cpuTime(pid: number): number {
  try {
    const tasks = readdirSync(`/proc/${pid}/task`);
    const nanoseconds = tasks.map((task) =>
      Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, "utf8").split(" ")[0]),
    );
    return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e6;
  } catch {
    return Number.NaN;
  }
}
