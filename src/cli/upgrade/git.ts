import { spawnSync } from "node:child_process";
import { err, ok, type Result } from "../../syntax/result.ts";

/** Runs git in one repository. `error` is what git said. */
export type Git = (args: readonly string[], options?: GitOptions) => Result<string, string>;

/** `input` is the standard input. `index` is another index than the repository's. `mayFail` are further exit codes. */
type GitOptions = { readonly input?: string; readonly index?: string; readonly mayFail?: readonly number[] };

/** git without the settings that would change what it prints or let it wait for a person. */
export function openGit(root: string): Git {
  return (args, { input, index, mayFail = [] } = {}) => {
    const { status, stdout, stderr, error } = spawnSync("git", ["-c", "core.quotePath=false", ...args], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 256 * 1024 * 1024,
      env: { ...process.env, GIT_TERMINAL_PROMPT: "0", LC_ALL: "C", ...(index && { GIT_INDEX_FILE: index }) },
      ...(input !== undefined && { input }),
    });
    if (error) return err(`git could not be started: ${error.message}`);
    if (status === 0 || mayFail.includes(status ?? -1)) return ok(stdout);
    return err((stderr || stdout).trim());
  };
}
