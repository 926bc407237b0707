import { closeSync, existsSync, openSync, readSync, renameSync, rmSync, writeSync } from "node:fs";
import type { LeftOut, ReportedArticle, ReportedDocument, ReportedFault, ReportedPage } from "./report-records.ts";

type List = { readonly name: string; readonly path: string; readonly file: number; count: number };

const COPIED_AT_ONCE = 1_000_000;

/**
 * The report of an import as JSON: `{ source, documents, articles, pages, leftOut, faults, counts, halt }`. Each
 * record goes to the disk as it comes, in one file a list, and the end joins them, so that the memory in use does not
 * grow with the import. The report is there as a whole or not at all.
 */
export class ReportFile {
  readonly #path: string;
  readonly #source: string;
  readonly #documents: List;
  readonly #articles: List;
  readonly #pages: List;
  readonly #leftOut: List;
  readonly #faults: List;

  /** @throws if the file cannot be written */
  constructor(path: string, source: string) {
    this.#path = path;
    this.#source = source;
    this.#documents = openList(path, "documents");
    this.#articles = openList(path, "articles");
    this.#pages = openList(path, "pages");
    this.#leftOut = openList(path, "leftOut");
    this.#faults = openList(path, "faults");
  }

  document(document: ReportedDocument): void {
    add(this.#documents, document);
  }

  article(article: ReportedArticle): void {
    add(this.#articles, article);
  }

  page(page: ReportedPage): void {
    add(this.#pages, page);
  }

  leftOut(leftOut: LeftOut): void {
    add(this.#leftOut, leftOut);
  }

  fault(fault: ReportedFault): void {
    add(this.#faults, fault);
  }

  /** Call it once, also after a failure. `halt` says why the import ended early, and is null otherwise. */
  close(rest: { readonly counts: Readonly<Record<string, number>>; readonly halt: string | null }): void {
    const lists = [this.#documents, this.#articles, this.#pages, this.#leftOut, this.#faults];
    const whole = `${this.#path}.whole.writing`;
    try {
      const file = openSync(whole, "w");
      try {
        writeSync(file, `{\n"source": ${JSON.stringify(this.#source)}`);
        for (const list of lists) {
          writeSync(file, `,\n"${list.name}": [`);
          copy(list, file);
          writeSync(file, "\n]");
        }
        writeSync(file, `,\n"counts": ${JSON.stringify(rest.counts)},\n"halt": ${JSON.stringify(rest.halt)}\n}\n`);
      } finally {
        closeSync(file);
      }
      renameSync(whole, this.#path);
    } finally {
      for (const { file } of lists) closeSync(file);
      for (const path of [whole, ...lists.map((list) => list.path)]) if (existsSync(path)) rmSync(path);
    }
  }
}

function openList(report: string, name: string): List {
  const path = `${report}.${name}.writing`;
  return { name, path, file: openSync(path, "w+"), count: 0 };
}

function add(list: List, record: object): void {
  writeSync(list.file, `${list.count === 0 ? "" : ","}\n${JSON.stringify(record)}`);
  list.count += 1;
}

function copy({ file }: List, target: number): void {
  const buffer = new Uint8Array(COPIED_AT_ONCE);
  let at = 0;
  for (let read = readSync(file, buffer, 0, buffer.length, at); read > 0; ) {
    writeSync(target, buffer, 0, read);
    at += read;
    read = readSync(file, buffer, 0, buffer.length, at);
  }
}
