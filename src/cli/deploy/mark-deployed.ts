import { withDeployed } from "../../compile/ledger/deployed-records.ts";
import { LEDGER_FOLDER } from "../build/ledger-files.ts";
import { readLedger, writeLedger } from "../build/ledger-folder.ts";

/**
 * Notes in the ledger below `root` that a deploy carried these articles. Returns a line for the person, or undefined if
 * nothing changed. The ledger is read anew: it may have been recorded while the deploy ran.
 */
export function markDeployed(root: string, ids: ReadonlySet<string>): string | undefined {
  const known = readLedger(root);
  // A ledger that cannot be read is a fault of the next command. Its records then count as not deployed, and the next
  // deploy asks the service.
  if (!known.ok || !known.value) return undefined;
  const { ledger } = known.value;
  const marked = Object.entries(ledger.articles).filter(([id, { deployed }]) => deployed === false && ids.has(id));
  if (marked.length === 0) return undefined;
  writeLedger(
    root,
    withDeployed(ledger, (id) => ids.has(id)),
  );
  const count = `${marked.length} ${marked.length === 1 ? "article" : "articles"}`;
  return `${LEDGER_FOLDER} now says that ${count} went out; commit it`;
}
