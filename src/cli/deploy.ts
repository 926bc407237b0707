import { randomBytes } from "node:crypto";
import { buildContent } from "./build-content-folder.ts";
import { hashOfRenderer } from "./renderer-hash.ts";
import { endOf, startWrangler } from "./run-wrangler.ts";

/**
 * `npm run deploy`: `wrangler deploy`, after a look at whether the content can be built as readers will get it, so that a fault is told in its
 * own words and not in wrangler's. With `--dry-run` it shows what would be deployed, without an account, and the build accepts an address
 * that is still the placeholder.
 */
process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<number> {
  const isDryRun = args.includes("--dry-run");
  const setting = { root: process.cwd(), renderer: hashOfRenderer(), randomBytes };
  const { exitCode, problems } = await buildContent({ mode: "production", allowPlaceholder: isDryRun }, setting);
  if (exitCode !== 0) {
    console.error(problems.join("\n"));
    return exitCode;
  }
  // The configuration has a newsroom beside the shelf; without a name for the one that is meant, wrangler warns.
  return endOf(startWrangler(["deploy", "--env=", ...args], isDryRun ? { DATELINE_DRY_RUN: "1" } : {}));
}
