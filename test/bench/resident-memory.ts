import { readFileSync } from "node:fs";

/** Bytes of memory that the process holds. Not a number where there is no Linux `/proc`. */
export function residentMemory(pid: number): number {
  try {
    const kilobytes = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Number(kilobytes) * 1_024;
  } catch {
    return Number.NaN;
  }
}
