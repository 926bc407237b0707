import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { ok } from "../../syntax/result.ts";
import { command, EXIT_FAILED, EXIT_OK, fail, runIfMain } from "../console/command.ts";
import { type Git, openGit } from "../upgrade/git.ts";
import { upgradeTo } from "../upgrade/run-upgrade.ts";

/** What runs with the new version, in this order. A failure of one leaves the others out. */
const STEPS = [
  { about: "install its packages", program: "npm", args: ["ci"] },
  { about: "migrate the content", program: "node", args: ["src/cli/commands/migrate.ts"] },
  { about: "record the content", program: "node", args: ["src/cli/commands/record.ts"] },
  { about: "build", program: "node", args: ["src/cli/commands/build-content.ts"] },
  { about: "run the tests", program: "npm", args: ["test"], isTest: true },
] as const;

/** `npm run upgrade` */
export const UPGRADE = command({
  usage: ["npm run upgrade -- TAG [--from REPOSITORY] [--base TAG] [--no-tests]"],
  about: `Brings a later version of Dateline. Replaces everything but content/, the values of wrangler.toml and package.json
that are yours, and files that you changed and the version did not. Commits that, installs the packages, migrates
and records the content, builds, runs the tests, and shows what is new. Refuses if files are not committed.`,
  options: {
    from: {
      type: "text",
      value: "REPOSITORY",
      about:
        'the address or folder of the upstream; by default git\'s remote "upstream", then the\nrepository that package.json names',
    },
    base: { type: "text", value: "TAG", about: "the version that this copy began with, if git does not know" },
    "no-tests": { type: "flag", about: "leave out the tests, which take minutes" },
  },
  positionals: {
    max: 1,
    missing: "which version? Give its tag, such as v0.2.0.",
    unexpected: (second) => `one tag: what is "${second}"?`,
  },
  exits: { 0: "upgraded", 1: "nothing was changed, or a step failed and the message says how to go back" },
  read: (given) =>
    ok({
      tag: given.positionals[0] ?? "",
      from: given.text("from"),
      base: given.text("base"),
      hasTests: !given.flag("no-tests"),
    }),
  run: (options) => {
    const git = openGit(process.cwd());
    const from = options.from ?? upstreamOf(git);
    if (from === undefined)
      return fail('Where is the upstream? Add --from, or "git remote add upstream ADDRESS". Nothing was changed.');
    const { tag, base, hasTests } = options;
    const done = upgradeTo({ tag, from, ...(base !== undefined && { base }) }, git);
    if (!done.ok) return fail(done.error);
    const { before, changed, news } = done.value;
    console.log(`${tag} is checked out and committed: ${changed} files changed. To go back:\n  ${wayBack(before)}`);
    for (const { about, program, args, ...step } of STEPS) {
      if ("isTest" in step && !hasTests) continue;
      const { status } = spawnSync(program, args, { stdio: "inherit" });
      if (status !== 0) return fail(`Failed to ${about}. To go back:\n  ${wayBack(before)}`, EXIT_FAILED);
    }
    const kept = commitContent(git, tag);
    if (kept !== undefined) console.log(kept);
    console.log(["", `New in ${tag}:`, ...(news.length > 0 ? news : ["The changelog says nothing."])].join("\n"));
    return EXIT_OK;
  },
});

function upstreamOf(git: Git): string | undefined {
  if (git(["remote", "get-url", "upstream"]).ok) return "upstream";
  const { repository }: { readonly repository?: string | { readonly url?: string } } = JSON.parse(
    readFileSync("package.json", "utf8"),
  );
  const named = typeof repository === "string" ? repository : repository?.url;
  // npm permits `github:owner/name` and `owner/name`.
  const [, short] = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(named ?? "") ?? [];
  return short === undefined ? named?.replace(/^git\+/, "") : `https://github.com/${short}.git`;
}

/** Commits what was migrated and recorded. The working tree was clean before, so nothing else is in it. */
function commitContent(git: Git, tag: string): string | undefined {
  const status = git(["status", "--porcelain", "--", "content"]);
  if (!status.ok || status.value === "") return undefined;
  const added = git(["add", "--", "content"]);
  const committed = added.ok ? git(["commit", "--quiet", "-m", `Record the content for ${tag}`]) : added;
  return committed.ok
    ? "The migrated and recorded content is committed."
    : `Commit content/ yourself: ${committed.error}`;
}

function wayBack(commit: string): string {
  return `git reset --hard ${commit} && npm ci`;
}

await runIfMain(import.meta, UPGRADE);
