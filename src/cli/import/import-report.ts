import type { ImportNote } from "../../import/feeds/import-note.ts";
import type { ReportFile } from "./report-file.ts";
import type { LeftOut, ReportedArticle, ReportedDocument, ReportedPage } from "./report-records.ts";

/** How often a note was made, and where to find the first ones. */
type Tally = {
  readonly note: Pick<ImportNote, "kind" | "message">;
  count: number;
  readonly files: string[];
  hasMore: boolean;
  /** What the source says, of the first ones. */
  readonly quotes: string[];
};

/**
 * Counts what happened to each entry of an import. Notes are counted by kind and message, so that the report does not
 * grow with the import. `file` gets every record as it comes.
 */
export class ImportReport {
  written = 0;
  unchanged = 0;
  /** Entries whose id an earlier entry had. */
  repeated = 0;
  drafts = 0;
  scheduled = 0;
  /** Pages beside the articles. */
  readonly pages = { written: 0, unchanged: 0 };
  readonly faults: string[] = [];
  readonly differing: string[] = [];
  /** Facts about the import as a whole, one line each. */
  readonly notes: string[] = [];
  /** Why the import ended early. The first reason counts. */
  halt: string | undefined;
  #faults = 0;
  #differing = 0;
  readonly #skipped = new Map<string, { count: number; readonly named: string[] }>();
  readonly #tallies = new Map<string, Tally>();
  readonly #file: ReportFile | undefined;

  constructor(file?: ReportFile) {
    this.#file = file;
  }

  /** The number of entries so far, without those that are not articles. */
  get entries(): number {
    return this.written + this.unchanged + this.pages.written + this.pages.unchanged + this.#differing + this.#faults;
  }

  /** Whether every entry is an article now. */
  get isWhole(): boolean {
    return this.#faults === 0 && this.#differing === 0 && this.halt === undefined;
  }

  /**
   * @param message what is wrong
   * @param place where, with the name of the document, such as `export.xml, line 7`
   */
  fault(message: string, source = "", place = ""): void {
    this.#faults += 1;
    const where = [source, place].filter((each) => each !== "").join(", ");
    if (this.faults.length < MAX_LINES) this.faults.push(where === "" ? message : `${where}: ${message}`);
    this.#file?.fault({ source, place, message });
  }

  /** Counts an article. One that differs was not changed, and `message` says so. */
  article(article: ReportedArticle, message?: string): void {
    const { outcome, status } = article;
    this.#file?.article(article);
    if (outcome === "unchanged") this.unchanged += 1;
    if (outcome === "differs") {
      this.#differing += 1;
      if (message !== undefined && this.differing.length < MAX_LINES) this.differing.push(message);
    }
    if (outcome !== "written") return;
    this.written += 1;
    if (status === "draft") this.drafts += 1;
    if (status === "scheduled") this.scheduled += 1;
    for (const note of article.notes) this.note(note, article.file);
  }

  /** Counts a page, as `article` counts an article. */
  page(page: ReportedPage, message?: string): void {
    const { outcome, notes, file } = page;
    this.#file?.page(page);
    if (outcome === "differs") {
      this.#differing += 1;
      if (message !== undefined && this.differing.length < MAX_LINES) this.differing.push(message);
      return;
    }
    this.pages[outcome] += 1;
    if (outcome === "written") for (const note of notes) this.note(note, file);
  }

  /** Counts the notes about a document outside of its entries, such as its encoding. */
  document({ source, notes }: ReportedDocument): void {
    if (notes.length === 0) return;
    this.#file?.document({ source, notes });
    for (const note of notes) this.note(note, source);
  }

  /** Counts something that is not an article. */
  skip(leftOut: LeftOut): void {
    const { what, title, address } = leftOut;
    const known = this.#skipped.get(what) ?? { count: 0, named: [] };
    known.count += 1;
    if ((title || address) && known.named.length < MAX_NAMES)
      known.named.push(detached(title && address ? `${title} (${address})` : (title ?? address ?? "")));
    this.#skipped.set(what, known);
    this.#file?.leftOut(leftOut);
  }

  /** Counts a note about a file: one of an article, or a document. */
  note(note: ImportNote, file: string): void {
    const key = `${note.kind}\n${note.message}`;
    const known = this.#tallies.get(key);
    if (!known && this.#tallies.size >= MAX_MESSAGES) return;
    const copy = { kind: note.kind, message: detached(note.message) };
    const tally = known ?? { note: copy, count: 0, files: [], hasMore: false, quotes: [] };
    if (!known) this.#tallies.set(detached(key), tally);
    tally.count += 1;
    if (note.found !== undefined && tally.quotes.length < MAX_FILES) {
      const quote = detached(shortened(note.found));
      if (!tally.quotes.includes(quote)) tally.quotes.push(quote);
    }
    if (tally.files.includes(file)) return;
    if (tally.files.length < MAX_FILES) tally.files.push(file);
    else tally.hasMore = true;
  }

  /** Sums for the end of the file. */
  counts(): Readonly<Record<string, number>> {
    const { written, unchanged, repeated, drafts, scheduled } = this;
    const leftOut = [...this.#skipped.values()].reduce((sum, { count }) => sum + count, 0);
    return {
      written,
      drafts,
      scheduled,
      unchanged,
      pages: this.pages.written + this.pages.unchanged,
      differing: this.#differing,
      repeated,
      leftOut,
      faults: this.#faults,
    };
  }

  /**
   * Lines about what failed, and the lines of the summary: first what was lost or guessed, then what was repaired, last
   * what is harmless. The last line has the counts.
   *
   * @param milliseconds how long the import took
   */
  lines(
    isDryRun: boolean,
    milliseconds?: number,
  ): { readonly problems: readonly string[]; readonly summary: readonly string[] } {
    const more = (count: number, shown: number) => (count > shown ? [`… and ${count - shown} more`] : []);
    return {
      problems: [
        ...this.faults,
        ...more(this.#faults, this.faults.length),
        ...this.differing,
        ...more(this.#differing, this.differing.length),
        ...(this.halt === undefined ? [] : [this.halt]),
      ],
      summary: [
        ...this.notes,
        ...(["lost", "guessed", "repaired"] as const).flatMap((kind) => this.#linesOf(kind)),
        ...this.#harmless(),
        ...[...this.#skipped].flatMap(([what, { count, named }]) => [
          `left out: ${counted(count, what)}`,
          ...named.map((each) => `  ${each}`),
          ...(count > named.length && named.length === MAX_NAMES ? [`  … and ${count - named.length} more`] : []),
        ]),
        this.#total(isDryRun),
        ...(milliseconds === undefined || this.entries === 0 ? [] : [pace(this.entries, milliseconds)]),
      ],
    };
  }

  #linesOf(kind: ImportNote["kind"]): readonly string[] {
    return this.#tallied(kind).map(({ note: { message }, count, files, hasMore, quotes }) => {
      const [first, ...then] = quotes.map((each) => JSON.stringify(each));
      const quote = first === undefined ? "" : `; the first is ${[first, ...then].join(", then ")}`;
      const others = hasMore ? ", …" : "";
      return `${kind}: ${message}${count > 1 ? `, ${count} times` : ""} (${files.join(", ")}${others}${quote})`;
    });
  }

  /** All harmless notes on one line, because they need no attention. */
  #harmless(): readonly string[] {
    const harmless = this.#tallied("harmless");
    if (harmless.length === 0) return [];
    const sorts = harmless.slice(0, MAX_SORTS).map(({ note, count }) => `${note.message} (${count})`);
    return [`harmless: ${sorts.join(", ")}${harmless.length > sorts.length ? ", …" : ""}`];
  }

  #tallied(kind: ImportNote["kind"]): readonly Tally[] {
    const all = [...this.#tallies.values()].filter(({ note }) => note.kind === kind);
    return all.toSorted((a, b) => b.count - a.count);
  }

  #total(isDryRun: boolean): string {
    const verb = isDryRun ? "would be written" : "written";
    const { written, unchanged } = this.pages;
    const kinds = [`${this.drafts} as drafts`, `${this.scheduled} scheduled`].filter((each) => !each.startsWith("0 "));
    return [
      `${counted(this.written, "article")} ${verb}${kinds.length > 0 ? ` (${kinds.join(", ")})` : ""}`,
      ...(written > 0 ? [`${counted(written, "page")} ${verb}`] : []),
      `${this.unchanged + unchanged} unchanged`,
      ...(this.#differing > 0 ? [`${this.#differing} differ and were not changed; --force replaces them`] : []),
      ...(this.repeated > 0 ? [`${this.repeated} repeated`] : []),
      ...(this.#faults > 0 ? [`${this.#faults} failed`] : []),
    ].join(", ");
  }
}

/** Faults that are printed. A report must not grow with an export. */
const MAX_LINES = 200;
/** Messages that are counted. */
const MAX_MESSAGES = 1_000;
/** Files that are named for a message, and quotes. */
const MAX_FILES = 3;
/** Names that are printed of each kind of what was left out. */
const MAX_NAMES = 20;
/** Sorts of harmless removals that are named. */
const MAX_SORTS = 6;
/** Characters of what the source says. */
const MAX_QUOTED = 160;

/**
 * A copy of a text. A part of a text keeps all of it in memory, which is the whole piece of the document that it was
 * read from.
 */
function detached(text: string): string {
  return Buffer.from(text).toString();
}

function shortened(text: string): string {
  return text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED - 1)}…` : text;
}

function pace(entries: number, milliseconds: number): string {
  const seconds = (milliseconds / 1_000).toFixed(1);
  return `${counted(entries, "article")} in ${seconds} s, ${(milliseconds / entries).toFixed(1)} ms an article`;
}

/** A noun may be followed by more words, such as `post for members`. Its first word gets the plural. */
function counted(count: number, noun: string): string {
  const number = count.toLocaleString("en");
  if (count === 1) return `1 ${noun}`;
  return /^\w+(?= (?:that|under|for|sent))/.test(noun) ? `${number} ${noun.replace(" ", "s ")}` : `${number} ${noun}s`;
}
