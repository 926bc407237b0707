import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Ledger } from "../../model/ledger.ts";
import { FORMER_LEDGER_FILE, LEDGER_FOLDER } from "../build/ledger-files.ts";
import { readLedger } from "../build/ledger-folder.ts";

/** The ledger of a process that builds more than once. It is read again when a file of it changed. */
export class LiveLedger {
  #known: { readonly stamp: string; readonly read: ReturnType<typeof readLedger> } | undefined;
  #last: Ledger["articles"] = {};

  read(root: string): ReturnType<typeof readLedger> {
    const stamp = stampOf(root);
    if (this.#known?.stamp !== stamp) this.#known = { stamp, read: readLedger(root) };
    return this.#known.read;
  }

  /**
   * The ledger of a build, with the record of the build before in place of each that is equal to it. A change that is
   * not recorded makes a new record in every build, and what was worked out for the record before would be lost.
   */
  withKnownRecords(ledger: Ledger): Ledger {
    const recorded = this.#known?.read.ok ? (this.#known.read.value?.ledger.articles ?? {}) : {};
    let known = ledger.articles;
    for (const [id, record] of Object.entries(ledger.articles)) {
      const before = recorded[id] === record ? undefined : this.#last[id];
      if (!before || before === record || JSON.stringify(before) !== JSON.stringify(record)) continue;
      if (known === ledger.articles) known = { ...known };
      known[id] = before;
    }
    this.#last = known;
    return { ...ledger, articles: known };
  }
}

/** What tells whether a file of the ledger changed. */
function stampOf(root: string): string {
  const folder = join(root, LEDGER_FOLDER);
  const names = isThere(folder) ? readdirSync(folder).toSorted() : [];
  const files = [join(root, FORMER_LEDGER_FILE), ...names.map((name) => join(folder, name))];
  return files
    .map((file) => {
      const status = statSync(file, { throwIfNoEntry: false });
      return status && `${file} ${status.size} ${status.mtimeMs} ${status.ctimeMs} ${status.ino}`;
    })
    .join("\n");
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
