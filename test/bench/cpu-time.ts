import { readdirSync, readFileSync } from "node:fs";

/**
 * Milliseconds for which the process has had a core, over all its threads: what its work costs, whoever else wants the machine meanwhile. Not a
 * number where there is no Linux `/proc`.
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
