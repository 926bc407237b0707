import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { err, ok, type Result } from "../../syntax/result.ts";
import { carryJson } from "./carry-json.ts";
import { carrySettings } from "./carry-settings.ts";
import type { Git } from "./git.ts";

/** The commits of a merge: the owner's, the upstream's, and the upstream's that the owner's came from. */
export type Sides = { readonly ours: string; readonly theirs: string; readonly base: string };

/** The owner's alone. What the upstream has there are its samples. */
const OWN_FOLDERS = ["content"];

/** If both sides changed one of these, the owner's stays. */
const KEPT = /^(?:\.github\/|[^/]+\.md$|LICENSE$)/;

/** Files of settings that both sides change in neighbouring lines, and how the owner's values are carried over. */
const CARRIED: Readonly<Record<string, (base: string, ours: string, theirs: string) => string>> = {
  "wrangler.toml": carrySettings,
  "package.json": carryJson,
};

/** The lock belongs to the upstream's dependencies. */
const THEIRS = ["package-lock.json"];

/**
 * The tree of the upstream's version with the owner's content, settings and changes. Nothing in the working tree is
 * touched.
 */
export function mergeUpstream(git: Git, sides: Sides): Result<string, MergeFailure> {
  const { ours, theirs, base } = sides;
  // Renames would carry the owner's files after the samples.
  const renames = ["-c", "merge.renames=false", "-c", "merge.directoryRenames=false"];
  const onBase = (commit: string) => must(git(["commit-tree", `${commit}^{tree}`, "-p", base, "-m", "A side"])).trim();
  const options = ["--write-tree", "--name-only", "--no-messages", "-z"];
  // The two may have no history in common. With one parent each, git takes it for where they began.
  const merged = must(git([...renames, "merge-tree", ...options, onBase(ours), onBase(theirs)], { mayFail: [1] }));
  const [tree = "", ...conflicts] = merged.split("\0").filter(Boolean);
  const folder = mkdtempSync(join(tmpdir(), "dateline-upgrade-"));
  try {
    return settle(git, sides, { tree, conflicts: [...new Set(conflicts)], index: join(folder, "index") });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The files that both sides changed in the same lines. */
export type MergeFailure = { readonly files: readonly string[] };

/** git refuses these commands only if the repository is damaged or the disk is full. */
function must(done: Result<string, string>): string {
  if (!done.ok) throw new Error(`git: ${done.error}`);
  return done.value;
}

type Merged = { readonly tree: string; readonly conflicts: readonly string[]; readonly index: string };

function settle(
  git: Git,
  { ours, theirs, base }: Sides,
  { tree, conflicts, index }: Merged,
): Result<string, MergeFailure> {
  const run = (args: readonly string[], input?: string): string =>
    must(git(args, { index, ...(input !== undefined && { input }) }));
  const textOf = (commit: string, file: string) => {
    const read = git(["show", `${commit}:${file}`]);
    return read.ok ? read.value : undefined;
  };
  /** Puts a file as a commit has it, or removes it if the commit has none. */
  const take = (commit: string, file: string) => {
    const entry = run(["ls-tree", commit, "--", file]);
    const [, mode = "", hash = ""] = /^(\d+) \w+ ([0-9a-f]+)\t/.exec(entry) ?? [];
    if (hash === "") run(["update-index", "--force-remove", "--", file]);
    else run(["update-index", "--add", "--cacheinfo", `${mode},${hash},${file}`]);
  };
  const write = (file: string, text: string) => {
    const hash = run(["hash-object", "-w", "--stdin"], text).trim();
    run(["update-index", "--add", "--cacheinfo", `100644,${hash},${file}`]);
  };
  run(["read-tree", tree]);
  for (const folder of OWN_FOLDERS) {
    run(["rm", "-r", "-f", "--cached", "--quiet", "--ignore-unmatch", "--", folder]);
    if (run(["ls-tree", ours, "--", folder]) !== "") run(["read-tree", `--prefix=${folder}/`, `${ours}:${folder}`]);
  }
  const unsettled: string[] = [];
  for (const file of conflicts.filter((each) => !OWN_FOLDERS.some((folder) => each.startsWith(`${folder}/`)))) {
    const [was, own, later] = [textOf(base, file), textOf(ours, file), textOf(theirs, file)];
    const carry = CARRIED[file];
    // A file that the owner removed stays removed.
    if (own === undefined || KEPT.test(file)) take(ours, file);
    else if (THEIRS.includes(file)) take(theirs, file);
    else if (carry && was !== undefined && later !== undefined) write(file, carry(was, own, later));
    else unsettled.push(file);
  }
  return unsettled.length > 0 ? err({ files: unsettled }) : ok(run(["write-tree"]).trim());
}
