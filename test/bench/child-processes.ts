import { readFileSync } from "node:fs";

/** The ids of the processes that this one has started and that run. Empty if there is no Linux `/proc`. */
export function childProcesses(): number[] {
  try {
    return readFileSync(`/proc/self/task/${process.pid}/children`, "utf8").trim().split(/\s+/).map(Number);
  } catch {
    return [];
  }
}
