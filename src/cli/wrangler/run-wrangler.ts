import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { passOn } from "./quiet-lines.ts";

const WRANGLER = join(import.meta.dirname, "../../../node_modules/wrangler/bin/wrangler.js");
const QUIET = { WRANGLER_SEND_METRICS: "false" };

/** `output` is everything it printed. */
export type RanWrangler = {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly output: string;
};

/** Runs wrangler to its end. It has no input and no terminal, so it cannot wait for an answer. */
export function runWrangler(args: readonly string[], env: NodeJS.ProcessEnv = {}): RanWrangler {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [WRANGLER, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...QUIET, NO_COLOR: "1", ...env },
  });
  const told = { stdout: stdout ?? "", stderr: error ? `wrangler did not start: ${error.message}` : stderr };
  const output = [told.stdout, told.stderr]
    .map((text) => text.trim())
    .filter(Boolean)
    .join("\n");
  return { exitCode: status ?? 1, ...told, output };
}

/** Starts wrangler on this process's own terminal, so that a person can see it and type to it. */
export function startWrangler(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, [WRANGLER, ...args], { stdio: "inherit", env: { ...process.env, ...QUIET, ...env } });
}

/** Starts `wrangler dev` without its keyboard commands and without the lines that `passOn` leaves out. */
export function startQuietly(args: readonly string[]): ChildProcess {
  const env = { ...process.env, ...QUIET, ...(process.stdout.isTTY && { FORCE_COLOR: "1" }) };
  const child = spawn(process.execPath, [WRANGLER, ...args], { stdio: ["inherit", "pipe", "pipe"], env });
  passOn(child.stdout, process.stdout);
  passOn(child.stderr, process.stderr);
  return child;
}

/** Waits for the end of a process. Returns its exit code, or 1 if a signal ended it. */
export function endOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
