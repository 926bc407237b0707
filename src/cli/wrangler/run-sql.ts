import * as z from "zod";
import type { SqlStatement } from "../../desk/tokens.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { runWrangler } from "./run-wrangler.ts";
import { sqlText } from "./sql-text.ts";

export type Row = Readonly<Record<string, unknown>>;
/** What wrangler or the database said. */
export type SqlFailure = { readonly message: string };
export type RanSql = Result<readonly Row[], SqlFailure>;

/** Runs a statement in the newsroom's database, on this machine or in the deployed one. */
export function runSql(statement: SqlStatement, isRemote: boolean): RanSql {
  const place = isRemote ? "--remote" : "--local";
  const args = ["d1", "execute", "DB", "--env", "newsroom", place, "--json", "--yes", "--command", sqlText(statement)];
  const { stdout, stderr } = runWrangler(args);
  return readResult(stdout, stderr);
}

const doneSchema = z.array(z.object({ results: z.array(z.record(z.string(), z.unknown())) }));
const failedSchema = z.object({ error: z.object({ text: z.string() }) });

/** What `wrangler d1 execute --json` printed; text that is not JSON becomes the message of a failure. */
export function readResult(stdout: string, stderr: string): RanSql {
  let value: unknown;
  try {
    value = JSON.parse(stdout.slice(Math.max(0, stdout.search(/[[{]/))));
  } catch {
    const printed = [stdout, stderr].map((text) => text.trim()).filter(Boolean);
    return err({ message: printed.join("\n") });
  }
  const done = doneSchema.safeParse(value);
  if (done.success) return ok(done.data.flatMap(({ results }) => results));
  const failed = failedSchema.safeParse(value);
  return err({ message: failed.success ? failed.data.error.text : stdout.trim() });
}
