import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { ContentFault } from "../../compile/content-fault.ts";
import { ARTICLE_FILE, PUBLICATION_FILE } from "../../compile/content-sources.ts";
import type { Ledger } from "../../model/ledger.ts";
import { ok, type Result } from "../../syntax/result.ts";
import { FORMER_LEDGER_FILE, LEDGER_FOLDER } from "../build/ledger-files.ts";
import { readLedger, writeLedger } from "../build/ledger-folder.ts";
import { writeWhole } from "../export/write-whole.ts";
import { readId } from "../import/import-target.ts";
import { type FoundContent, removeFiles } from "./sample-content.ts";

/** Where a publication.yaml that a person changed is kept. */
export const SAVED_PUBLICATION_FILE = "publication.before-init.yaml";

/**
 * Removes the samples below `root`, and from the ledger what it says of them and of the publication. Records of a
 * person's own articles stay. A changed publication.yaml is kept beside content/.
 */
export function clearSamples(root: string, { samples, own }: FoundContent): Result<void, ContentFault> {
  const ids = new Set(own.filter((file) => isArticle(file)).map((file) => readId(join(root, file))));
  if (ids.size === 0) {
    rmSync(join(root, LEDGER_FOLDER), { recursive: true, force: true });
    rmSync(join(root, FORMER_LEDGER_FILE), { force: true });
  } else {
    const known = readLedger(root);
    if (!known.ok) return known;
    if (known.value) writeLedger(root, only(known.value.ledger, ids));
  }
  if (own.includes(PUBLICATION_FILE))
    writeWhole(join(root, SAVED_PUBLICATION_FILE), readFileSync(join(root, PUBLICATION_FILE)));
  removeFiles(root, samples);
  for (const folder of ["content/articles", "content/media", "content/pages"]) removeIfEmpty(join(root, folder));
  return ok(undefined);
}

function isArticle(file: string): boolean {
  return file.startsWith("content/articles/") && ARTICLE_FILE.test(file);
}

function only({ podcasts: _, ...ledger }: Ledger, ids: ReadonlySet<string | undefined>): Ledger {
  return { ...ledger, articles: Object.fromEntries(Object.entries(ledger.articles).filter(([id]) => ids.has(id))) };
}

function removeIfEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}
