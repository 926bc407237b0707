import { readFileSync } from "node:fs";

/** The resident memory of the process in bytes. NaN if there is no Linux `/proc`. */
export function residentMemory(pid: number): number {
  try {
    const kilobytes = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Number(kilobytes) * 1_024;
  } catch {
    return Number.NaN;
  }
}
