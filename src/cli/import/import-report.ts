/**
 * Counts what happened to each entry of an import. Changes that had to be made to texts are counted by kind, so that
 * the report does not grow with the import.
 */
export class ImportReport {
  written = 0;
  unchanged = 0;
  /** Entries whose id an earlier entry had. */
  repeated = 0;
  drafts = 0;
  scheduled = 0;
  readonly faults: string[] = [];
  readonly differing: string[] = [];
  readonly notes: string[] = [];
  /** What is not an article and has a title or an address, such as a page. */
  readonly leftOut: LeftOut[] = [];
  #faults = 0;
  #differing = 0;
  readonly #skipped = new Map<string, number>();
  readonly #changes = new Map<string, { count: number; readonly first: string }>();

  /** The number of entries so far, without those that are not articles. */
  get entries(): number {
    return this.written + this.unchanged + this.#differing + this.#faults;
  }

  /** Whether every entry is an article now. */
  get isWhole(): boolean {
    return this.#faults === 0 && this.#differing === 0;
  }

  fault(message: string): void {
    this.#faults += 1;
    if (this.faults.length < MAX_LINES) this.faults.push(message);
  }

  /** Counts an article that is there, differs from the imported one, and was not changed. */
  differs(message: string): void {
    this.#differing += 1;
    if (this.differing.length < MAX_LINES) this.differing.push(message);
  }

  /** Counts something that is not an article. `what` is its kind, in the singular. Lists it if it has a name. */
  skip({ what, title, address }: LeftOut): void {
    this.#skipped.set(what, (this.#skipped.get(what) ?? 0) + 1);
    if (title || address)
      this.leftOut.push({ what, title: title && detached(title), address: address && detached(address) });
  }

  /** Counts a change to the text of an article. `name` is its file. */
  change(what: string, name: string): void {
    const known = this.#changes.get(what);
    if (known) known.count += 1;
    else if (this.#changes.size < MAX_KINDS) this.#changes.set(what, { count: 1, first: name });
  }

  /** Lines about what failed, and the lines of the summary, of which the last one has the counts. */
  lines(isDryRun: boolean): { readonly problems: readonly string[]; readonly summary: readonly string[] } {
    const changes = [...this.#changes].toSorted(([, a], [, b]) => b.count - a.count);
    const more = (count: number, shown: number) => (count > shown ? [`… and ${count - shown} more`] : []);
    const verb = isDryRun ? "would be written" : "written";
    const kinds = [`${this.drafts} as drafts`, `${this.scheduled} scheduled`].filter((each) => !each.startsWith("0 "));
    const written = `${counted(this.written, "article")} ${verb}${kinds.length > 0 ? ` (${kinds.join(", ")})` : ""}`;
    return {
      problems: [
        ...this.faults,
        ...more(this.#faults, this.faults.length),
        ...this.differing,
        ...more(this.#differing, this.differing.length),
      ],
      summary: [
        ...this.notes,
        ...changes.map(([what, { count, first }]) => `changed in the text: ${what} (${count}; first in ${first})`),
        ...[...this.#skipped].flatMap(([what, count]) => [
          `left out: ${counted(count, what)}`,
          ...listed(this.leftOut.filter((each) => each.what === what)),
        ]),
        [
          written,
          `${this.unchanged} unchanged`,
          ...(this.#differing > 0 ? [`${this.#differing} differ and were not changed; --force replaces them`] : []),
          ...(this.repeated > 0 ? [`${this.repeated} repeated`] : []),
          ...(this.#faults > 0 ? [`${this.#faults} failed`] : []),
        ].join(", "),
      ],
    };
  }
}

/** One thing that is not an article: its kind in the singular and, if readers of the old site knew them, its name. */
export type LeftOut = {
  readonly what: string;
  readonly title?: string | undefined;
  readonly address?: string | undefined;
};

/**
 * A copy of a text. A part of a text keeps all of it in memory, which is the whole piece of the document that it was
 * read from.
 */
function detached(text: string): string {
  return Buffer.from(text).toString();
}

/** Names that are printed of each kind. */
const MAX_NAMES = 20;

function listed(named: readonly LeftOut[]): readonly string[] {
  const shown = named.slice(0, MAX_NAMES).map(({ title, address }) => `  ${nameOf(title, address)}`);
  return named.length > MAX_NAMES ? [...shown, `  … and ${named.length - MAX_NAMES} more`] : shown;
}

function nameOf(title: string | undefined, address: string | undefined): string {
  return title && address ? `${title} (${address})` : title || address || "";
}

/** Faults that are printed. A report must not grow with an export. */
const MAX_LINES = 200;
/** Kinds of changes that are counted. */
const MAX_KINDS = 100;

/** A noun may be followed by more words, such as `post for members`. Its first word gets the plural. */
function counted(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  return /^\w+(?= (?:that|under|for|sent))/.test(noun) ? `${count} ${noun.replace(" ", "s ")}` : `${count} ${noun}s`;
}
