import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileContent } from "../../compile/compile-content.ts";
import { formatFault } from "../../compile/content-fault.ts";
import { recordChanges } from "../../compile/ledger/record-changes.ts";
import { recordedAt } from "../../compile/ledger/record-times.ts";
import { readContent } from "./content-sources.ts";
import { describeChange, formatLedger, LEDGER_FILE, readLedger, unrecorded } from "./ledger-file.ts";

export type RecordSetting = {
  readonly root: string;
  readonly now: number;
  readonly renderer: string;
  readonly randomBytes: (count: number) => Uint8Array;
};

/** Lines for the author, and whether all is well. */
export type RecordReport = { readonly ok: boolean; readonly lines: readonly string[] };

/** Brings the ledger up to date with the content, or, with `isCheck`, only says whether it is. */
export async function recordLedger(
  isCheck: boolean,
  { root, now, renderer, randomBytes }: RecordSetting,
): Promise<RecordReport> {
  const sources = await readContent(root);
  const compiled = compileContent(sources, { mode: "production", allowPlaceholder: true, randomBytes });
  if (!compiled.ok) return { ok: false, lines: compiled.faults.map(formatFault) };
  const known = readLedger(root);
  if (!known.ok) return { ok: false, lines: [formatFault(known.fault)] };
  const { publication, articles } = compiled;
  const { ledger, changes } = recordChanges(known.ledger, { publication, articles, renderer }, recordedAt(now));
  const isUpToDate = changes.length === 0 && known.ledger !== undefined;
  if (isUpToDate) return { ok: true, lines: [`${LEDGER_FILE} is up to date`] };
  if (isCheck) return { ok: false, lines: changes.map((change) => formatFault(unrecorded(change))) };
  const file = join(root, LEDGER_FILE);
  writeFileSync(`${file}.writing`, formatLedger(ledger));
  renameSync(`${file}.writing`, file);
  return {
    ok: true,
    lines: [
      ...changes.map((change) => `recorded ${describeChange(change)}`),
      `Wrote ${LEDGER_FILE}; commit it with the content`,
    ],
  };
}
