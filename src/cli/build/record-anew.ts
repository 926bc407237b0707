import { formatFault } from "../../compile/content-fault.ts";
import { recordChanges } from "../../compile/ledger/record-changes.ts";
import { recordedAt } from "../../compile/ledger/record-times.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { compileFolder, type FolderOptions } from "./compiled/compile-folder.ts";
import { describeChanges, outOfForm, unrecorded } from "./describe-changes.ts";
import { LEDGER_FOLDER } from "./ledger-files.ts";
import { readLedger, writeLedger } from "./ledger-folder.ts";
import type { ListedContent } from "./list-content.ts";
import { warningsOfPlans } from "./warn-of-plans.ts";

export type RecordSetting = Pick<FolderOptions, "root" | "randomBytes" | "progress" | "threads"> & {
  readonly now: number;
  readonly renderer: string;
};

/**
 * `changes` are lines for the author about what was written; undefined if there was nothing to write. `ledger` is the
 * digest of the ledger's files, which have everything recorded now.
 */
export type RecordedAnew = { readonly changes?: readonly string[]; readonly ledger: string };

/** Compiles the content and compares it with the ledger, whatever earlier runs found. */
export async function recordAnew(
  isCheck: boolean,
  listed: ListedContent,
  { now, renderer, ...folder }: RecordSetting,
): Promise<Result<RecordedAnew, readonly string[]>> {
  const compiled = await compileFolder({ ...folder, listed, mode: "production", allowPlaceholder: true });
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
  if (changes.length === 0 && form === undefined && known.value) return ok({ ledger: known.value.digest });
  if (isCheck) return err([...(form ? [form] : []), ...changes.map(unrecorded)].map(formatFault));
  const written = writeLedger(folder.root, ledger);
  return ok({
    changes: [
      ...warnings.map((warning) => `warning: ${formatFault(warning)}`),
      ...describeChanges(changes).map((change) => `recorded ${change}`),
      `Wrote ${LEDGER_FOLDER}; commit it with the content`,
    ],
    ledger: written,
  });
}
