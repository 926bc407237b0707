import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { recordLedger } from "../build/record-ledger.ts";
import { hashOfRenderer } from "../build/renderer-hash.ts";

const USAGE = `Usage: npm run record [-- --check]

Writes content/ledger.json: what changed since the last time, and when. Commit it with the content, like a lockfile.

  --check   only say what is not recorded yet, and exit with 1 if anything is`;

/** Exit codes: 0 the ledger is up to date; 1 it is not, or the content has faults; 2 the command is to be changed. */
process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  const read = readOptions(args);
  if (typeof read === "string") {
    console.error(`${read}\n\n${USAGE}`);
    return 2;
  }
  if (read.help) {
    console.log(USAGE);
    return 0;
  }
  const setting = { root: process.cwd(), now: Date.now(), renderer: hashOfRenderer(), randomBytes };
  const { ok, lines } = await recordLedger(read.check, setting);
  (ok ? console.log : console.error)(lines.join("\n"));
  return ok ? 0 : 1;
}

function readOptions(args: string[]): { check: boolean; help: boolean } | string {
  try {
    const options = { check: { type: "boolean" }, help: { type: "boolean", short: "h" } } as const;
    const { check = false, help = false } = parseArgs({ args, options }).values;
    return { check, help };
  } catch (error) {
    // parseArgs has no other way to report an unknown flag, and its message names it.
    return error instanceof Error ? error.message : String(error);
  }
}
