import { randomBytes } from "node:crypto";
import { buildContent } from "../build/build-content-folder.ts";
import { hashOfRenderer } from "../build/renderer-hash.ts";
import { hubSecret } from "../deploy/hub-secret.ts";
import { isThereAlready, newsroomResources } from "../deploy/newsroom-resources.ts";
import { endOf, runWrangler, startWrangler } from "../run-wrangler.ts";

const ENV = ["--env", "newsroom"];
const MIGRATE = ["d1", "migrations", "apply", "DB", ...ENV, "--remote"];

/**
 * `npm run deploy:newsroom`: makes what the newsroom needs and is not there, brings the database up to date, and only then deploys the Worker that
 * counts on it, with a key for its hub where it has none. wrangler would make a database by itself while it deploys, but then the Worker is out before its tables are. With `--dry-run` it
 * shows what would be done, without an account. What else is given goes to `wrangler deploy`.
 */
process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<number> {
  const isDryRun = args.includes("--dry-run");
  const setting = { root: process.cwd(), renderer: hashOfRenderer(), randomBytes };
  const options = { mode: "production", allowPlaceholder: isDryRun, newsroom: true } as const;
  const { exitCode, problems } = await buildContent(options, setting);
  if (exitCode !== 0) {
    console.error(problems.join("\n"));
    return exitCode;
  }
  if (isDryRun) {
    rehearse();
    return endOf(startWrangler(["deploy", ...ENV, ...args], { DATELINE_DRY_RUN: "1" }));
  }
  if (!prepare()) return 1;
  const secret = hubSecret(runWrangler(["secret", "list", ...ENV]), randomBytes);
  if (secret.kind === "unknown") {
    refuse(secret.output, "whether the Worker has its HUB_SECRET cannot be told; nothing was deployed");
    return 1;
  }
  if (secret.kind === "there") return endOf(startWrangler(["deploy", ...ENV, ...args]));
  const code = await endOf(startWrangler(["deploy", ...ENV, ...args, ...secret.args])).finally(secret.discard);
  if (code === 0) console.log("made HUB_SECRET, the key under which the hub keeps subscribers' secrets");
  return code;
}

function rehearse(): void {
  const orders = [...newsroomResources("wrangler.toml").map(({ create }) => create), MIGRATE];
  console.log("Before the deploy these would be run; what is there already stays as it is:\n");
  for (const order of orders) console.log(`  wrangler ${order.join(" ")}`);
  console.log("");
}

function prepare(): boolean {
  for (const { what, create } of newsroomResources("wrangler.toml")) {
    const made = runWrangler(create);
    const isThere = made.exitCode !== 0 && isThereAlready(made.output);
    if (made.exitCode !== 0 && !isThere) return refuse(made.output, `${what} could not be made; nothing was deployed`);
    console.log(`${isThere ? "there is" : "made"} ${what}`);
  }
  const migrated = runWrangler(MIGRATE);
  if (migrated.exitCode !== 0)
    return refuse(migrated.output, "the database could not be brought up to date; nothing was deployed");
  console.log("the database is up to date");
  return true;
}

function refuse(output: string, message: string): false {
  console.error(`${output}\n\n${message}`);
  return false;
}
