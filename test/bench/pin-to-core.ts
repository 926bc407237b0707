import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";

/**
 * The server has one core to itself and the load generator another, so that they do not compete. With one core or
 * without `taskset` neither is pinned.
 */
export const SERVER_CORE = 0;
export const LOAD_CORE = 1;

export const CAN_PIN = availableParallelism() > LOAD_CORE && spawnSync("taskset", ["--version"]).status === 0;

export function pinnedTo(core: number, command: string, args: readonly string[]): [string, string[]] {
  return CAN_PIN ? ["taskset", ["--cpu-list", String(core), command, ...args]] : [command, [...args]];
}
