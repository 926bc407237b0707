import { spawn } from "node:child_process";
import { join } from "node:path";

/**
 * `npm run deploy`: `wrangler deploy`, which first builds the content as readers will get it and stops at any fault. With `--dry-run` it shows
 * what would be deployed, without an account, and the build accepts an address that is still the placeholder.
 */
const args = process.argv.slice(2);
const isDryRun = args.includes("--dry-run");
const wrangler = join(import.meta.dirname, "../../node_modules/wrangler/bin/wrangler.js");
const child = spawn(process.execPath, [wrangler, "deploy", ...args], {
  stdio: "inherit",
  env: { ...process.env, ...(isDryRun && { DATELINE_DRY_RUN: "1" }) },
});
child.once("exit", (code) => {
  process.exitCode = code ?? 1;
});
