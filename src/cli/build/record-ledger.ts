import { join } from "node:path";
import { compileContent } from "../../compile/compile-content.ts";
import { formatFault } from "../../compile/content-fault.ts";
import { recordChanges } from "../../compile/ledger/record-changes.ts";
import { recordedAt } from "../../compile/ledger/record-times.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { writeWhole } from "../export/write-whole.ts";
import { readContent } from "./content-sources.ts";
import { describeChanges, formatLedger, LEDGER_FILE, readLedger, unrecorded } from "./ledger-file.ts";
import { warningsOfPlans } from "./warn-of-plans.ts";

export type RecordSetting = {
  readonly root: string;
  readonly now: number;
  readonly renderer: string;
  readonly randomBytes: (count: number) => Uint8Array;
};

/** Lines for the author. An error means that the content has faults or, in a check, unrecorded changes. */
export type RecordReport = Result<readonly string[], readonly string[]>;

/** Records in the ledger what changed in the content. With `isCheck`, only reports what is not recorded. */
export async function recordLedger(
  isCheck: boolean,
  { root, now, renderer, randomBytes }: RecordSetting,
): Promise<RecordReport> {
  const sources = await readContent(root);
  const compiled = compileContent(sources, { mode: "production", allowPlaceholder: true, randomBytes });
  if (!compiled.ok) return err(compiled.error.faults.map(formatFault));
  const known = readLedger(root);
  if (!known.ok) return err([formatFault(known.error)]);
  const { publication, articles } = compiled.value;
  const { ledger, changes } = recordChanges(known.value, { publication, articles, renderer }, recordedAt(now));
  const warnings = warningsOfPlans(compiled.value, known.value, now);
  const isUpToDate = changes.length === 0 && known.value !== undefined;
  if (isUpToDate) return ok([`${LEDGER_FILE} is up to date`]);
  if (isCheck) return err(changes.map((change) => formatFault(unrecorded(change))));
  writeWhole(join(root, LEDGER_FILE), formatLedger(ledger));
  return ok([
    ...warnings.map((warning) => `warning: ${formatFault(warning)}`),
    ...describeChanges(changes).map((change) => `recorded ${change}`),
    `Wrote ${LEDGER_FILE}; commit it with the content`,
  ]);
}
