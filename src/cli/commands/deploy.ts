import { buildContent } from "../build/build-content-folder.ts";
import { settingHere } from "../build/build-setting.ts";
import { fail } from "../console/command.ts";
import { showCount } from "../console/progress.ts";
import { markDeployed } from "../deploy/mark-deployed.ts";
import { settleDoubts } from "../deploy/settle-doubts.ts";
import { preparePing } from "../ping/ping-after.ts";
import { printPing } from "../ping/ping-report.ts";
import { endOf, startWrangler } from "../wrangler/run-wrangler.ts";

const NO_PING = "--no-ping";

/**
 * `npm run deploy`: compiles the content, and then runs `wrangler deploy`. wrangler would compile it too, but here the
 * faults of the content are printed without wrangler's messages around them. With `--dry-run` it shows what would be
 * deployed, without an account, and accepts the placeholder address. After the deploy it tells the publication's hub
 * which feeds have changed, unless `--no-ping` is given. The ledger notes which articles went out. The exit code does not depend on the hub's answer.
 */
process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<number> {
  const isDryRun = args.includes("--dry-run");
  const progress = showCount(process.stderr, "articles compiled");
  const options = { mode: "production", allowPlaceholder: isDryRun } as const;
  const setting = settingHere(progress.show);
  if (!isDryRun) for (const line of await settleDoubts(setting.root)) console.error(line);
  const built = await buildContent(options, setting);
  progress.end();
  if (!built.ok) return fail(built.error.problems);
  const ping = isDryRun || args.includes(NO_PING) ? undefined : await preparePing(built.value.publication);
  const forwarded = args.filter((arg) => arg !== NO_PING);
  // The configuration also has the environment of the newsroom. Without `--env`, wrangler warns that none was chosen.
  const exitCode = await endOf(
    startWrangler(["deploy", "--env=", ...forwarded], isDryRun ? { DATELINE_DRY_RUN: "1" } : {}),
  );
  if (exitCode !== 0 || isDryRun) return exitCode;
  const marked = markDeployed(setting.root, built.value.carried);
  // In CI the checkout is thrown away, and the next deploy asks the service.
  if (marked !== undefined && process.env.CI === undefined) console.log(marked);
  if (ping !== undefined) printPing(await ping());
  return exitCode;
}
