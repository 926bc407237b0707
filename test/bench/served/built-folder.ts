import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Bundle, buildBundle } from "../build-bundle.ts";
import { writeContentFolder } from "../content/write-content.ts";
import { progress } from "../progress.ts";
import { copySources, REPOSITORY } from "../scratch-folder.ts";
import { readWorkerSettings, type WorkerSettings } from "../worker-settings.ts";

/** What a command cost: seconds on the clock, and seconds of CPU with those of its child processes. */
export type Cost = { readonly seconds: number; readonly cpu: number };

/** A publication in file mode, built by its own checkout's commands from files in content/. */
export type BuiltFolder = {
  readonly folder: string;
  readonly bundle: Bundle;
  readonly settings: WorkerSettings;
  readonly record: Cost;
  readonly build: Cost;
};

/**
 * Writes content/ with `articles` generated articles into a copy of a checkout, and records, builds and bundles it as an
 * operator does.
 *
 * @param name of the bundle
 */
export async function buildFolder(
  articles: number,
  { name, checkout = REPOSITORY }: { readonly name: string; readonly checkout?: string },
): Promise<BuiltFolder> {
  const folder = copySources(checkout);
  const settings = readWorkerSettings(checkout);
  progress(`${name}: writing ${articles} articles`);
  rmSync(join(folder, "content"), { recursive: true });
  writeContentFolder(folder, articles);
  progress(`${name}: recording`);
  const record = runCommand(folder, ["src/cli/commands/record.ts"]);
  progress(`${name}: building`);
  const build = runCommand(folder, ["src/cli/commands/build-content.ts"]);
  const bundle = await buildBundle(folder, settings, { name, entry: "src/worker.ts", content: { kind: "built" } });
  return { folder, bundle, settings, record, build };
}

/** @throws with what the command said, if it fails */
export function runCommand(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Cost {
  const begin = performance.now();
  const before = cpuOfChildren();
  const { WRANGLER_COMMAND: _, ...own } = process.env;
  const ran = spawnSync(process.execPath, [...args], {
    cwd: folder,
    env: { ...own, ...env },
    encoding: "utf8",
    maxBuffer: 256 * 1_024 ** 2,
  });
  if (ran.status !== 0) throw new Error(`${args.join(" ")}:\n${ran.stderr?.slice(-2_000) ?? String(ran.error)}`);
  return { seconds: (performance.now() - begin) / 1_000, cpu: cpuOfChildren() - before };
}

const TICKS_PER_SECOND = 100;

/**
 * Seconds of CPU of all child processes that have ended, and of theirs: `cutime` and `cstime` of proc_pid_stat(5). NaN
 * if there is no Linux `/proc`.
 */
function cpuOfChildren(): number {
  try {
    const text = readFileSync("/proc/self/stat", "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND;
  } catch {
    return Number.NaN;
  }
}
