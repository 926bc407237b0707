import { hash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describeSystemFault } from "../console/system-fault.ts";
import { writeWhole } from "../export/write-whole.ts";
import { hashOfCode } from "./code-hash.ts";
import { COARSEST_MS } from "./compiled/file-stamp.ts";
import { digestOf, ledgerFiles } from "./ledger-files.ts";
import type { ListedContent, ListedFile } from "./list-content.ts";

/** Holds hashes of the content and of the ledger for which `npm run record` found nothing to write. */
const STATE_FILE = ".dateline/recorded-state";

/** What decides what is recorded. The threads that compile are started by the path of their file. */
const RECORDING = ["src/cli/build/record-ledger.ts", "src/cli/build/compiled/compile-worker.ts"];

export type StateSetting = {
  readonly renderer: string;
  /** The clock before the content was listed, in milliseconds since the epoch. */
  readonly listedAt: number;
};

/**
 * A hash of everything that a ledger is made of, apart from the ledger before it. Two equal states have equal records.
 * The size, inode and times of a file stand for its bytes (`FileStamp`).
 *
 * @returns undefined if there is no publication, or if a file changed so shortly before it was listed that a later
 *   change could leave its times as they are
 */
export function stateOfContent(listed: ListedContent, { renderer, listedAt }: StateSetting): string | undefined {
  const publication = listed.publication();
  const { articles, pages, media } = listed;
  const stamps = [articles, pages, media].flatMap((files) => ["", ...linesOf(files, listedAt)]);
  if (!publication || stamps.includes(RECENT)) return undefined;
  const parts = [
    process.version,
    hashOfCode(RECORDING),
    renderer,
    JSON.stringify(listed.faults),
    hash("sha256", publication.bytes),
    ...stamps,
  ];
  return hash("sha256", parts.join("\n"));
}

/** Stands for the line of a file that changed too shortly before. */
const RECENT = "recent";

function linesOf(files: ReadonlyMap<string, ListedFile>, listedAt: number): readonly string[] {
  const lines: string[] = [];
  for (const [name, { status }] of files) {
    const { size, mtimeMs, ctimeMs, ino } = status;
    const isRecent = Math.max(mtimeMs, ctimeMs) + COARSEST_MS >= listedAt;
    lines.push(isRecent ? RECENT : `${JSON.stringify(name)} ${size} ${mtimeMs} ${ctimeMs} ${ino}`);
  }
  return lines;
}

/** Whether an earlier run left this state of the content with the ledger that there is. */
export function isRecorded(root: string, content: string): boolean {
  const file = join(root, STATE_FILE);
  if (!existsSync(file)) return false;
  const known = readFileSync(file, "utf8");
  return known.startsWith(content) && known === textOf(content, digestOf(ledgerFiles(root)));
}

/** @param ledger the `digestOf` its files */
export function rememberState(root: string, content: string, ledger: string): void {
  try {
    writeWhole(join(root, STATE_FILE), textOf(content, ledger));
  } catch (error) {
    // Without it, the next run takes longer.
    if (describeSystemFault(error) === undefined) throw error;
  }
}

function textOf(content: string, ledger: string): string {
  return `${content}\n${ledger}\n`;
}
