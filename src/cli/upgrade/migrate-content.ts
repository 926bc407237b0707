import { formatFault } from "../../compile/content-fault.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { readLedger, writeLedger } from "../build/ledger-folder.ts";
import type { Migration } from "./migration.ts";

/**
 * Runs the migrations that the content below `root` has not had, and notes the last one in the ledger. Without a ledger
 * the content is new. Returns lines about what was changed. If one fails, those before it are noted.
 */
export async function migrateContent(
  root: string,
  migrations: readonly Migration[],
): Promise<Result<readonly string[], string>> {
  const known = readLedger(root);
  if (!known.ok) return err(formatFault(known.error));
  if (!known.value) return ok([]);
  const { content = 0 } = known.value.ledger;
  const said: string[] = [];
  for (const { number, about, run } of migrations.filter((each) => each.number > content)) {
    const done = await run(root);
    if (!done.ok) return err(`migration ${number} (${about}): ${done.error}`);
    said.push(`migration ${number}: ${about}`, ...done.value);
    const now = readLedger(root);
    if (!now.ok || !now.value) return err(`migration ${number} (${about}) left no ledger`);
    writeLedger(root, { ...now.value.ledger, content: number });
  }
  return ok(said);
}
