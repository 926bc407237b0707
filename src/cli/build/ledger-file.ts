import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ContentFault } from "../../compile/content-fault.ts";
import type { Change } from "../../compile/ledger/record-changes.ts";
import { type Ledger, ledgerSchema } from "../../model/ledger.ts";
import { err, ok, type Result } from "../../syntax/result.ts";

export const LEDGER_FILE = "content/ledger.json";

/**
 * Reads the ledger. Undefined if there is no file. A file that cannot be read is a fault: with a new ledger in its
 * place, former addresses would be forgotten.
 */
export function readLedger(root: string): Result<Ledger | undefined, ContentFault> {
  const file = join(root, LEDGER_FILE);
  if (!existsSync(file)) return ok(undefined);
  const expected = "the ledger as `npm run record` wrote it; restore it from the repository's history";
  try {
    const read = ledgerSchema.safeParse(JSON.parse(readFileSync(file, "utf8")));
    if (read.success) return ok(read.data);
    const [issue] = read.error.issues;
    return err({ file: LEDGER_FILE, field: issue?.path.join("."), found: issue?.message, expected });
  } catch (error) {
    return err({ file: LEDGER_FILE, found: error instanceof Error ? error.message : "no JSON", expected });
  }
}

/**
 * JSON that is easy to read in a diff: each field on its own line, articles in the order in which they were recorded.
 */
export function formatLedger(ledger: Ledger): string {
  return `${JSON.stringify(ledger, null, 2)}\n`;
}

const WORDS: Record<Change["kind"], (name: string) => string> = {
  new: (name) => `a new article, ${name}`,
  changed: (name) => `a change to ${name}`,
  moved: (name) => `another address for ${name}`,
  gone: (name) => `a removed article, ${name}`,
  publication: () => "a change to the publication",
  podcast: (guid) => `the guid of a podcast, ${guid}`,
  renderer: () => "a change to how everything is rendered",
};

/** The name of a change in a report. */
export function describeChange({ kind, name }: Change): string {
  return WORDS[kind](JSON.stringify(name));
}

/** Changes of one kind that are named one by one. A first import has thousands of new articles. */
const MAX_NAMED = 10;

/** The changes for a person: each by its name, or their number if there are many of a kind. */
export function describeChanges(changes: readonly Change[]): readonly string[] {
  return [...Map.groupBy(changes, ({ kind }) => kind)].flatMap(([kind, ofKind]) => {
    if (ofKind.length <= MAX_NAMED) return ofKind.map(describeChange);
    const [first, last] = [ofKind[0], ofKind.at(-1)].map((change) => JSON.stringify(change?.name));
    return [`${ofKind.length} ${PLURALS[kind]}, from ${first} to ${last}`];
  });
}

const PLURALS: Record<Change["kind"], string> = {
  new: "new articles",
  changed: "changes to articles",
  moved: "other addresses for articles",
  gone: "removed articles",
  publication: "changes to the publication",
  podcast: "guids of podcasts",
  renderer: "changes to how everything is rendered",
};

/** The fault of content whose change is not recorded yet. */
export function unrecorded(change: Change): ContentFault {
  return {
    file: LEDGER_FILE,
    found: describeChange(change),
    expected: "it to be recorded: run npm run record, and commit the ledger",
  };
}
