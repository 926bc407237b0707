import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";

/** A command with all processes that it starts. */
export type ProcessGroup = {
  /** The output until now, with both streams in the order of arrival. */
  readonly output: () => string;
  readonly hasEnded: () => boolean;
  /** Resolves when no process of the group is left. */
  readonly stop: () => Promise<void>;
  /** Ends every process at once, whatever it is doing. */
  readonly kill: () => Promise<void>;
};

export type Command = {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
};

/**
 * The shell leads a process group of its own. It ends the whole group when the command ends or when its standard input
 * closes, which the system closes even if the tests are killed.
 */
const KEEPER = '("$@"; kill -TERM 0) & cat >/dev/null; kill -TERM 0';

/** How long a group may take to end by itself, in milliseconds. */
const GRACE = 5_000;

export function startGroup({ file, args, cwd, environment }: Command): ProcessGroup {
  const child = spawn("sh", ["-c", KEEPER, "sh", file, ...args], { cwd, env: environment, detached: true });
  const { pid } = child;
  if (pid === undefined) throw new Error("sh could not be started");
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text: string) => {
      output += text;
    });
  }
  const ended = once(child, "exit");
  let hasEnded = false;
  child.once("exit", () => {
    hasEnded = true;
  });
  const untilGone = async (deadline: number) => {
    await ended;
    while (isAlive(pid)) {
      if (Date.now() > deadline) process.kill(-pid, "SIGKILL");
      await delay(20);
    }
  };
  return {
    output: () => output,
    hasEnded: () => hasEnded,
    stop: () => {
      child.stdin.end();
      return untilGone(Date.now() + GRACE);
    },
    kill: () => {
      process.kill(-pid, "SIGKILL");
      return untilGone(0);
    },
  };
}

/** Whether a process of the group is left. */
function isAlive(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}
