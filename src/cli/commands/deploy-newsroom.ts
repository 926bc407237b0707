import { randomBytes } from "node:crypto";
import { err, ok, type Result } from "../../syntax/result.ts";
import { buildContent } from "../build/build-content-folder.ts";
import { settingHere } from "../build/build-setting.ts";
import { fail } from "../console/command.ts";
import { newHubSecret } from "../deploy/hub-secret.ts";
import { isThereAlready, newsroomResources } from "../deploy/newsroom-resources.ts";
import { endOf, runWrangler, startWrangler } from "../wrangler/run-wrangler.ts";

const ENV = ["--env", "newsroom"];
const MIGRATE = ["d1", "migrations", "apply", "DB", ...ENV, "--remote"];

/**
 * `npm run deploy:newsroom`: creates the resources that the newsroom needs and that do not exist, applies the
 * migrations of the database, and then deploys the Worker, with a key for its hub if it has none. wrangler can create a
 * database during a deploy, but then the Worker would run before the database has tables. With `--dry-run` it shows
 * what would be done, without an account. Other arguments go to `wrangler deploy`.
 */
process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<number> {
  const isDryRun = args.includes("--dry-run");
  const options = { mode: "production", allowPlaceholder: isDryRun, newsroom: true } as const;
  const built = await buildContent(options, settingHere());
  if (!built.ok) return fail(built.error.problems);
  if (isDryRun) {
    rehearse();
    return endOf(startWrangler(["deploy", ...ENV, ...args], { DATELINE_DRY_RUN: "1" }));
  }
  const prepared = prepare();
  if (!prepared.ok) return fail(prepared.error.message);
  const secret = newHubSecret(runWrangler(["secret", "list", ...ENV]), randomBytes);
  if (!secret.ok)
    return fail(`${secret.error.output}\n\nthe secrets of the Worker could not be listed; nothing was deployed`);
  if (secret.value === undefined) return endOf(startWrangler(["deploy", ...ENV, ...args]));
  const { args: secretArgs, discard } = secret.value;
  const code = await endOf(startWrangler(["deploy", ...ENV, ...args, ...secretArgs])).finally(discard);
  if (code === 0) console.log("created HUB_SECRET, the key that the hub encrypts subscribers' secrets with");
  return code;
}

/** Prints the commands that would be run. */
function rehearse(): void {
  const commands = [...newsroomResources("wrangler.toml").map(({ create }) => create), MIGRATE];
  console.log("These commands would run before the deploy. What exists already would not change.\n");
  for (const each of commands) console.log(`  wrangler ${each.join(" ")}`);
  console.log("");
}

/** Creates the resources that do not exist, and applies the migrations. */
function prepare(): Result<void, { readonly message: string }> {
  for (const { what, create } of newsroomResources("wrangler.toml")) {
    const created = runWrangler(create);
    const isThere = created.exitCode !== 0 && isThereAlready(created.output);
    if (created.exitCode !== 0 && !isThere)
      return err({ message: `${created.output}\n\n${what} could not be created; nothing was deployed` });
    console.log(`${what} ${isThere ? "exists" : "was created"}`);
  }
  const migrated = runWrangler(MIGRATE);
  if (migrated.exitCode !== 0)
    return err({
      message: `${migrated.output}\n\nthe migrations of the database could not be applied; nothing was deployed`,
    });
  console.log("the database is up to date");
  return ok(undefined);
}
