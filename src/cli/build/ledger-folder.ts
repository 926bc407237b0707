import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { ContentFault } from "../../compile/content-fault.ts";
import { ledgerTexts, readOwnTexts } from "../../compile/ledger/ledger-lines.ts";
import { type ReadLedger, readLedgerTexts } from "../../compile/ledger/read-ledger-texts.ts";
import type { Ledger } from "../../model/ledger.ts";
import { ok, type Result } from "../../syntax/result.ts";
import { describeSystemFault } from "../console/system-fault.ts";
import { writeWhole } from "../export/write-whole.ts";

export const LEDGER_FOLDER = "content/ledger";

/** The ledger of earlier versions: one JSON text. It is read if it is there, and `npm run record` replaces it. */
export const FORMER_LEDGER_FILE = "content/ledger.json";

/** A ledger, and whether its files are as `npm run record` would write them. */
export type LedgerOnDisk = ReadLedger & { readonly isInForm: boolean };

/**
 * Reads the ledger. Undefined if there is none. A file that cannot be read is a fault: with a new ledger in its place,
 * former addresses would be forgotten.
 */
export function readLedger(root: string): Result<LedgerOnDisk | undefined, ContentFault> {
  const texts = filesOf(root).map((file) => ({
    file,
    text: readFileSync(join(root, file), "utf8"),
    isFormer: file === FORMER_LEDGER_FILE,
  }));
  if (texts.length === 0) return ok(undefined);
  const digest = digestOf(texts);
  if (digest === knownDigest(root)) {
    const ledger = readOwnTexts(texts.map(({ file, text }) => ({ name: file, text })));
    return ok({ ledger, joined: new Set(), isMerged: false, isInForm: true });
  }
  const read = readLedgerTexts(texts);
  if (!read.ok) return read;
  const present = new Map(texts.map(({ file, text }) => [file, text]));
  const wanted = filesFor(read.value.ledger);
  const isInForm = wanted.length === present.size && wanted.every(({ file, text }) => present.get(file) === text);
  if (isInForm && !read.value.isMerged) rememberDigest(root, digest);
  return ok({ ...read.value, isInForm });
}

/**
 * Writes the files that changed, and then removes those of another form or number of articles. After a run that was
 * killed in between, an article may have lines in two files, which `readLedger` makes one of.
 */
export function writeLedger(root: string, ledger: Ledger): void {
  const wanted = filesFor(ledger);
  for (const { file, text } of wanted) {
    const path = join(root, file);
    if (!existsSync(path) || readFileSync(path, "utf8") !== text) writeWhole(path, text);
  }
  const names = new Set(wanted.map(({ file }) => file));
  for (const file of filesOf(root)) if (!names.has(file)) rmSync(join(root, file));
  rememberDigest(root, digestOf(wanted));
}

/** Holds the digest of files that were found right, so that 100,000 lines need not be checked in every run. */
const DIGEST_FILE = ".dateline/ledger-digest";

function digestOf(texts: readonly { readonly file: string; readonly text: string }[]): string {
  const digest = createHash("sha256");
  for (const { file, text } of texts.toSorted((a, b) => (a.file < b.file ? -1 : 1)))
    digest.update(`${file}\n${text.length}\n`).update(text);
  return digest.digest("hex");
}

function knownDigest(root: string): string | undefined {
  const file = join(root, DIGEST_FILE);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function rememberDigest(root: string, digest: string): void {
  try {
    writeWhole(join(root, DIGEST_FILE), digest);
  } catch (error) {
    // Without it, the next run takes longer.
    if (describeSystemFault(error) === undefined) throw error;
  }
}

function filesFor(ledger: Ledger): readonly { readonly file: string; readonly text: string }[] {
  return ledgerTexts(ledger).map(({ name, text }) => ({ file: `${LEDGER_FOLDER}/${name}`, text }));
}

/** The paths of the ledger's files from `root`. A hidden file belongs to an editor or the system. */
function filesOf(root: string): readonly string[] {
  const folder = join(root, LEDGER_FOLDER);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return [
    ...(existsSync(join(root, FORMER_LEDGER_FILE)) ? [FORMER_LEDGER_FILE] : []),
    ...names.filter((name) => /^[^.].*\.jsonl$/.test(name)).map((name) => `${LEDGER_FOLDER}/${name}`),
  ];
}
