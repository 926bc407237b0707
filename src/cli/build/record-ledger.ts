import { formatFault } from "../../compile/content-fault.ts";
import { recordChanges } from "../../compile/ledger/record-changes.ts";
import { recordedAt } from "../../compile/ledger/record-times.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { compileFolder, type FolderOptions } from "./compiled/compile-folder.ts";
import { describeChanges, outOfForm, unrecorded } from "./describe-changes.ts";
import { LEDGER_FOLDER, readLedger, writeLedger } from "./ledger-folder.ts";
import { warningsOfPlans } from "./warn-of-plans.ts";

export type RecordSetting = Pick<FolderOptions, "root" | "randomBytes" | "progress" | "threads"> & {
  readonly now: number;
  readonly renderer: string;
};

/** Lines for the author. An error means that the content has faults or, in a check, unrecorded changes. */
export type RecordReport = Result<readonly string[], readonly string[]>;

/** Records in the ledger what changed in the content. With `isCheck`, only reports what is not recorded. */
export async function recordLedger(
  isCheck: boolean,
  { now, renderer, ...folder }: RecordSetting,
): Promise<RecordReport> {
  const compiled = await compileFolder({ ...folder, mode: "production", allowPlaceholder: true });
  if (!compiled.ok) return err(compiled.error.faults.map(formatFault));
  compiled.value.close();
  const known = readLedger(folder.root);
  if (!known.ok) return err([formatFault(known.error)]);
  const { publication, pages } = compiled.value;
  const articles = compiled.value.articles.map(({ facts }) => facts);
  const { ledger, changes } = recordChanges(
    known.value?.ledger,
    { publication, articles, pages, renderer },
    recordedAt(now),
    known.value?.joined,
  );
  const warnings = warningsOfPlans(compiled.value.articles, known.value?.ledger, now);
  const form = outOfForm(known.value);
  if (changes.length === 0 && form === undefined && known.value) return ok([`${LEDGER_FOLDER} is up to date`]);
  if (isCheck) return err([...(form ? [form] : []), ...changes.map(unrecorded)].map(formatFault));
  writeLedger(folder.root, ledger);
  return ok([
    ...warnings.map((warning) => `warning: ${formatFault(warning)}`),
    ...describeChanges(changes).map((change) => `recorded ${change}`),
    `Wrote ${LEDGER_FOLDER}; commit it with the content`,
  ]);
}
