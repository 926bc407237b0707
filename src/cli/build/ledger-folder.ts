import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { ContentFault } from "../../compile/content-fault.ts";
import { ledgerTexts, readOwnTexts } from "../../compile/ledger/ledger-lines.ts";
import { type ReadLedger, readLedgerTexts } from "../../compile/ledger/read-ledger-texts.ts";
import type { Ledger } from "../../model/ledger.ts";
import { ok, type Result } from "../../syntax/result.ts";
import { writeWhole } from "../export/write-whole.ts";
import {
  digestOf,
  FORMER_LEDGER_FILE,
  knownDigest,
  LEDGER_FOLDER,
  type LedgerFile,
  ledgerFiles,
  ledgerNames,
  rememberDigest,
} from "./ledger-files.ts";

/** A ledger, whether its files are as `npm run record` would write them, and the `digestOf` its files. */
export type LedgerOnDisk = ReadLedger & { readonly isInForm: boolean; readonly digest: string };

/**
 * Reads the ledger. Undefined if there is none. A file that cannot be read is a fault: with a new ledger in its place,
 * former addresses would be forgotten.
 */
export function readLedger(root: string): Result<LedgerOnDisk | undefined, ContentFault> {
  const files = ledgerFiles(root);
  if (files.length === 0) return ok(undefined);
  const texts = files.map((each) => ({ ...each, isFormer: each.file === FORMER_LEDGER_FILE }));
  const digest = digestOf(texts);
  if (digest === knownDigest(root)) {
    const ledger = readOwnTexts(texts.map(({ file, text }) => ({ name: file, text })));
    return ok({ ledger, joined: new Set(), isMerged: false, isInForm: true, digest });
  }
  const read = readLedgerTexts(texts);
  if (!read.ok) return read;
  const present = new Map(texts.map(({ file, text }) => [file, text]));
  const wanted = filesFor(read.value.ledger);
  const isInForm = wanted.length === present.size && wanted.every(({ file, text }) => present.get(file) === text);
  if (isInForm && !read.value.isMerged) rememberDigest(root, digest);
  return ok({ ...read.value, isInForm, digest });
}

/**
 * Writes the files that changed, and then removes those of another form or number of articles. After a run that was
 * killed in between, an article may have lines in two files, which `readLedger` makes one of.
 *
 * @returns the `digestOf` the files
 */
export function writeLedger(root: string, ledger: Ledger): string {
  const wanted = filesFor(ledger);
  for (const { file, text } of wanted) {
    const path = join(root, file);
    if (!existsSync(path) || readFileSync(path, "utf8") !== text) writeWhole(path, text);
  }
  const names = new Set(wanted.map(({ file }) => file));
  for (const file of ledgerNames(root)) if (!names.has(file)) rmSync(join(root, file));
  const digest = digestOf(wanted);
  rememberDigest(root, digest);
  return digest;
}

function filesFor(ledger: Ledger): readonly LedgerFile[] {
  return ledgerTexts(ledger).map(({ name, text }) => ({ file: `${LEDGER_FOLDER}/${name}`, text }));
}
