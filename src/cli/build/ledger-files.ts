import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describeSystemFault } from "../console/system-fault.ts";
import { writeWhole } from "../export/write-whole.ts";

export const LEDGER_FOLDER = "content/ledger";

/** The ledger of earlier versions: one JSON text. It is read if it is there, and `npm run record` replaces it. */
export const FORMER_LEDGER_FILE = "content/ledger.json";

/** A file of the ledger, by its path from the root. */
export type LedgerFile = { readonly file: string; readonly text: string };

/** The paths of the ledger's files from `root`. A hidden file belongs to an editor or the system. */
export function ledgerNames(root: string): readonly string[] {
  const folder = join(root, LEDGER_FOLDER);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return [
    ...(existsSync(join(root, FORMER_LEDGER_FILE)) ? [FORMER_LEDGER_FILE] : []),
    ...names.filter((name) => /^[^.].*\.jsonl$/.test(name)).map((name) => `${LEDGER_FOLDER}/${name}`),
  ];
}

export function ledgerFiles(root: string): readonly LedgerFile[] {
  return ledgerNames(root).map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }));
}

/** Holds the digest of files that were found right, so that 100,000 lines need not be checked in every run. */
const DIGEST_FILE = ".dateline/ledger-digest";

export function digestOf(texts: readonly LedgerFile[]): string {
  const digest = createHash("sha256");
  for (const { file, text } of texts.toSorted((a, b) => (a.file < b.file ? -1 : 1)))
    digest.update(`${file}\n${text.length}\n`).update(text);
  return digest.digest("hex");
}

/** Undefined if there is none. */
export function knownDigest(root: string): string | undefined {
  const file = join(root, DIGEST_FILE);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

export function rememberDigest(root: string, digest: string): void {
  try {
    writeWhole(join(root, DIGEST_FILE), digest);
  } catch (error) {
    // Without it, the next run takes longer.
    if (describeSystemFault(error) === undefined) throw error;
  }
}
