import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ContentFault } from "../../compile/content-fault.ts";
import type { Change } from "../../compile/ledger/record-changes.ts";
import { type Ledger, ledgerSchema } from "../../model/ledger.ts";

export const LEDGER_FILE = "content/ledger.json";

/** A ledger that cannot be read must not be taken for none: a new one would forget where everything was. */
export type ReadLedger =
  | { readonly ok: true; readonly ledger: Ledger | undefined }
  | { readonly ok: false; readonly fault: ContentFault };

export function readLedger(root: string): ReadLedger {
  const file = join(root, LEDGER_FILE);
  if (!existsSync(file)) return { ok: true, ledger: undefined };
  const expected = "the ledger as `npm run record` wrote it; take it back from the repository's history";
  try {
    const read = ledgerSchema.safeParse(JSON.parse(readFileSync(file, "utf8")));
    if (read.success) return { ok: true, ledger: read.data };
    const [issue] = read.error.issues;
    return { ok: false, fault: { file: LEDGER_FILE, field: issue?.path.join("."), found: issue?.message, expected } };
  } catch (error) {
    return {
      ok: false,
      fault: { file: LEDGER_FILE, found: error instanceof Error ? error.message : "no JSON", expected },
    };
  }
}

/** JSON as people read it in a difference: one field a line, articles in the order in which they entered. */
export function formatLedger(ledger: Ledger): string {
  return `${JSON.stringify(ledger, null, 2)}\n`;
}

const WORDS: Record<Change["kind"], (name: string) => string> = {
  new: (name) => `a new article, ${name}`,
  changed: (name) => `a change to ${name}`,
  moved: (name) => `another address for ${name}`,
  gone: (name) => `an article taken away, ${name}`,
  publication: () => "a change to the publication",
  renderer: () => "a change to how everything is rendered",
};

/** What a change is called in a report. */
export function describeChange({ kind, name }: Change): string {
  return WORDS[kind](JSON.stringify(name));
}

/** A change that the ledger does not know of yet. */
export function unrecorded(change: Change): ContentFault {
  return {
    file: LEDGER_FILE,
    found: describeChange(change),
    expected: "it to be recorded: run npm run record, and commit the ledger",
  };
}
