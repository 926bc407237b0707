import { createHash } from "node:crypto";
import { existsSync, lstatSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { LEDGER_FOLDER } from "../build/ledger-files.ts";
import { filesBelow } from "./files-below.ts";

/** The SHA-256 of each sample, and its path from the root, as `sha256sum` writes them. */
export const SAMPLES_FILE = join(import.meta.dirname, "samples.sha256");

/** Paths from the root, with slashes. `own` are files that are no samples, or samples that were changed. */
export type FoundContent = { readonly samples: readonly string[]; readonly own: readonly string[] };

/** Tells the samples in content/ below `root` from what a person wrote. The ledger is neither. */
export function findSamples(root: string, list: string = readFileSync(SAMPLES_FILE, "utf8")): FoundContent {
  const hashes = new Map(list.split("\n").map((line) => [line.slice(66), line.slice(0, 64)]));
  const files = filesBelow(join(root, "content"))
    .map((name) => `content/${name}`)
    .filter((file) => !isOfLedger(file));
  const isSample = (file: string) => {
    const path = join(root, file);
    // What a link leads to is no sample.
    return hashes.has(file) && lstatSync(path).isFile() && hashes.get(file) === hashOf(readFileSync(path));
  };
  return { samples: files.filter(isSample), own: files.filter((file) => !isSample(file)) };
}

/** The text of the list of samples for the content below `root`. */
export function listOfSamples(root: string): string {
  const files = filesBelow(join(root, "content")).map((name) => `content/${name}`);
  return files
    .filter((file) => !isOfLedger(file))
    .map((file) => `${hashOf(readFileSync(join(root, file)))}  ${file}\n`)
    .join("");
}

export function removeFiles(root: string, files: readonly string[]): void {
  for (const file of files) if (existsSync(join(root, file))) rmSync(join(root, file));
}

function isOfLedger(file: string): boolean {
  return file === "content/ledger.json" || file.startsWith(`${LEDGER_FOLDER}/`);
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
