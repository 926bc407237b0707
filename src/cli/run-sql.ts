import * as z from "zod";
import type { SqlStatement } from "../desk/tokens.ts";
import { runWrangler } from "./run-wrangler.ts";
import { sqlText } from "./sql-text.ts";

export type Row = Readonly<Record<string, unknown>>;
export type RanSql =
  | { readonly ok: true; readonly rows: readonly Row[] }
  | { readonly ok: false; readonly message: string };

/** Runs a statement in the newsroom's database, on this machine or where it is deployed. */
export function runSql(statement: SqlStatement, isRemote: boolean): RanSql {
  const place = isRemote ? "--remote" : "--local";
  const args = ["d1", "execute", "DB", "--env", "newsroom", place, "--json", "--yes", "--command", sqlText(statement)];
  const { stdout, stderr } = runWrangler(args);
  return readResult(stdout, stderr);
}

const doneSchema = z.array(z.object({ results: z.array(z.record(z.string(), z.unknown())) }));
const failedSchema = z.object({ error: z.object({ text: z.string() }) });

/** What `wrangler d1 execute --json` printed; where that is no JSON, its own words are the best there are. */
export function readResult(stdout: string, stderr: string): RanSql {
  let value: unknown;
  try {
    value = JSON.parse(stdout.slice(Math.max(0, stdout.search(/[[{]/))));
  } catch {
    return {
      ok: false,
      message: [stdout, stderr]
        .map((text) => text.trim())
        .filter(Boolean)
        .join("\n"),
    };
  }
  const done = doneSchema.safeParse(value);
  if (done.success) return { ok: true, rows: done.data.flatMap(({ results }) => results) };
  const failed = failedSchema.safeParse(value);
  return { ok: false, message: failed.success ? failed.data.error.text : stdout.trim() };
}
