import { randomBytes } from "node:crypto";
import { buildContent } from "../build/build-content-folder.ts";
import { hashOfRenderer } from "../build/renderer-hash.ts";
import { preparePing } from "../ping/ping-after.ts";
import { printPing } from "../ping/ping-report.ts";
import { endOf, startWrangler } from "../run-wrangler.ts";

const NO_PING = "--no-ping";

/**
 * `npm run deploy`: `wrangler deploy`, after a look at whether the content can be built as readers will get it, so that a fault is told in its
 * own words and not in wrangler's. With `--dry-run` it shows what would be deployed, without an account, and the build accepts an address
 * that is still the placeholder. Afterwards the publication's hub is told which feeds have changed, unless `--no-ping` says otherwise; what is deployed
 * is deployed, whether or not the hub answers.
 */
process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<number> {
  const isDryRun = args.includes("--dry-run");
  const setting = { root: process.cwd(), renderer: hashOfRenderer(), randomBytes };
  const built = await buildContent({ mode: "production", allowPlaceholder: isDryRun }, setting);
  if (built.exitCode !== 0 || built.publication === undefined) {
    console.error(built.problems.join("\n"));
    return built.exitCode;
  }
  const ping = isDryRun || args.includes(NO_PING) ? undefined : await preparePing(built.publication);
  const order = args.filter((arg) => arg !== NO_PING);
  // The configuration has a newsroom beside the shelf; without a name for the one that is meant, wrangler warns.
  const exitCode = await endOf(
    startWrangler(["deploy", "--env=", ...order], isDryRun ? { DATELINE_DRY_RUN: "1" } : {}),
  );
  if (exitCode === 0 && ping !== undefined) printPing(await ping());
  return exitCode;
}
