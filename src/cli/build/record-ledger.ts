import { join } from "node:path";
import { ok, type Result } from "../../syntax/result.ts";
import { LEDGER_FOLDER } from "./ledger-files.ts";
import { listContent } from "./list-content.ts";
import type { RecordSetting } from "./record-anew.ts";
import { isRecorded, rememberState, stateOfContent } from "./recorded-state.ts";

/** Lines for the author. An error means that the content has faults or, in a check, unrecorded changes. */
export type RecordReport = Result<readonly string[], readonly string[]>;

const UP_TO_DATE = `${LEDGER_FOLDER} is up to date`;

/**
 * Records in the ledger what changed in the content. With `isCheck`, only reports what is not recorded. If neither the
 * content nor the ledger changed since a run that left them equal, nothing is compiled, and the compiler is not loaded.
 */
export async function recordLedger(isCheck: boolean, setting: RecordSetting): Promise<RecordReport> {
  const { root, renderer } = setting;
  const listedAt = Date.now();
  const listed = listContent(join(root, "content"));
  // What changes from here on has another state in the next run.
  const content = stateOfContent(listed, { renderer, listedAt });
  if (content !== undefined && isRecorded(root, content)) return ok([UP_TO_DATE]);
  const { recordAnew } = await import("./record-anew.ts");
  const recorded = await recordAnew(isCheck, listed, setting);
  if (!recorded.ok) return recorded;
  const { changes, ledger } = recorded.value;
  if (content !== undefined) rememberState(root, content, ledger);
  return ok(changes ?? [UP_TO_DATE]);
}
