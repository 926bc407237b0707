import { err, ok, type Result } from "../../syntax/result.ts";
import type { Git } from "./git.ts";
import { mergeUpstream } from "./merge-upstream.ts";

/** Where the upstream's commits are kept, so that nothing else in the repository names them. */
const FETCHED = "refs/dateline/upstream";
const FETCHED_BASE = "refs/dateline/base";

/** `base` is the version that the owner began with, if history does not tell. */
export type Wanted = { readonly tag: string; readonly from: string; readonly base?: string };

/** `before` and `after` are commits. `news` are the lines that the changelog got. */
export type Upgraded = {
  readonly before: string;
  readonly after: string;
  readonly changed: number;
  readonly news: readonly string[];
};

/**
 * Fetches a version of the upstream and commits it, with the owner's content, settings and changes, on the branch that
 * is checked out. The commit has both as parents, so that the next upgrade knows where this one ended.
 */
export function upgradeTo({ tag, from, base }: Wanted, git: Git): Result<Upgraded, string> {
  const head = git(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]);
  if (!head.ok) return err("There is no commit here. An upgrade needs a git repository with all files committed.");
  const before = head.value.trim();
  const status = git(["status", "--porcelain"]);
  if (!status.ok) return err(status.error);
  if (status.value !== "")
    return err(
      `Some files are not committed:\n${status.value.trimEnd()}\nCommit them first, or put them away. Nothing was changed.`,
    );
  const fetched = fetch(git, from, tag, FETCHED);
  if (!fetched.ok) return fetched;
  const theirs = fetched.value;
  if (git(["merge-base", "--is-ancestor", theirs, before]).ok) return err(`This is ${tag} already, or later.`);
  const began = beginning(git, { tag, from, ...(base !== undefined && { base }) }, { before, theirs });
  if (!began.ok) return began;
  const merged = mergeUpstream(git, { ours: before, theirs, base: began.value });
  if (!merged.ok) return err(conflict(tag, merged.error.files));
  const message = `Upgrade to ${tag}`;
  const commit = git(["commit-tree", merged.value, "-p", before, "-p", theirs, "-m", message]);
  if (!commit.ok) return err(`git could not commit: ${commit.error}`);
  const after = commit.value.trim();
  const moved = git(["merge", "--ff-only", "--quiet", after]);
  if (!moved.ok) return err(`git could not check out the new version: ${moved.error}\nNothing was changed.`);
  const changed = lines(git(["diff", "--name-only", before, after])).length;
  return ok({ before, after, changed, news: newsBetween(git, began.value, theirs) });
}

function fetch(git: Git, from: string, name: string, ref: string): Result<string, string> {
  const done = git(["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", from, `+${name}:${ref}`]);
  if (!done.ok) return err(`${name} could not be fetched from ${from}: ${done.error}\nNothing was changed.`);
  const commit = git(["rev-parse", "--verify", "--quiet", `${ref}^{commit}`]);
  return commit.ok ? ok(commit.value.trim()) : err(`${name} of ${from} is no commit. Nothing was changed.`);
}

/** The upstream's commit that the owner's files came from. */
function beginning(
  git: Git,
  { from, base }: Wanted,
  { before, theirs }: { readonly before: string; readonly theirs: string },
): Result<string, string> {
  if (base !== undefined) return fetch(git, from, base, FETCHED_BASE);
  const shared = git(["merge-base", before, theirs]);
  if (shared.ok) return ok(shared.value.trim());
  // A copy without history names its version.
  const version = ownVersion(git);
  const tagged = version === undefined ? undefined : fetch(git, from, `refs/tags/v${version}`, FETCHED_BASE);
  if (tagged?.ok) return tagged;
  return err(
    "This repository has no history in common with the upstream, so it is not known which version it began with.\nAdd --base with the tag of that version. Nothing was changed.",
  );
}

function ownVersion(git: Git): string | undefined {
  const text = git(["show", "HEAD:package.json"]);
  if (!text.ok) return undefined;
  const { version }: { readonly version?: unknown } = JSON.parse(text.value);
  return typeof version === "string" ? version : undefined;
}

function conflict(tag: string, files: readonly string[]): string {
  return [
    `You and ${tag} changed the same lines of these files:`,
    ...files.map((file) => `  ${file}`),
    "Nothing was changed. Take your changes back (what you need may fit into content/, wrangler.toml or an issue), or",
    `merge by hand: git merge ${FETCHED}`,
  ].join("\n");
}

/** The lines that the changelog has now and did not have before, without blank ones at the ends. */
function newsBetween(git: Git, before: string, after: string): readonly string[] {
  const diff = lines(git(["diff", "--unified=0", before, after, "--", "CHANGELOG.md"]));
  return diff.filter((line) => line.startsWith("+") && !line.startsWith("+++")).map((line) => line.slice(1));
}

function lines(done: Result<string, string>): readonly string[] {
  return done.ok ? done.value.split("\n").filter(Boolean) : [];
}
