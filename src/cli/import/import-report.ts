/** What became of everything that was met, and what had to be changed on the way, each kind counted once. */
export class ImportReport {
  written = 0;
  unchanged = 0;
  again = 0;
  drafts = 0;
  scheduled = 0;
  readonly faults: string[] = [];
  readonly left: string[] = [];
  readonly notes: string[] = [];
  #faults = 0;
  #left = 0;
  readonly #leftOut = new Map<string, number>();
  readonly #changes = new Map<string, { count: number; readonly first: string }>();

  get entries(): number {
    return this.written + this.unchanged + this.#left + this.#faults;
  }

  get isWhole(): boolean {
    return this.#faults === 0 && this.#left === 0;
  }

  fault(message: string): void {
    this.#faults += 1;
    if (this.faults.length < MAX_LINES) this.faults.push(message);
  }

  /** An article that differs from what it would be, and is left as it is. */
  differs(message: string): void {
    this.#left += 1;
    if (this.left.length < MAX_LINES) this.left.push(message);
  }

  leftOut(what: string): void {
    this.#leftOut.set(what, (this.#leftOut.get(what) ?? 0) + 1);
  }

  change(what: string, name: string): void {
    const known = this.#changes.get(what);
    if (known) known.count += 1;
    else if (this.#changes.size < MAX_KINDS) this.#changes.set(what, { count: 1, first: name });
  }

  /** Lines about what is not in as it was; the last is the one that sums up. */
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
        ...this.left,
        ...more(this.#left, this.left.length),
      ],
      summary: [
        ...this.notes,
        ...changes.map(([what, { count, first }]) => `changed in the text: ${what} (${count}; first in ${first})`),
        ...[...this.#leftOut].map(([what, count]) => `left out: ${counted(count, what)}`),
        [
          written,
          `${this.unchanged} unchanged`,
          ...(this.#left > 0 ? [`${this.#left} differ and were left; --force replaces them`] : []),
          ...(this.again > 0 ? [`${this.again} met again`] : []),
          ...(this.#faults > 0 ? [`${this.#faults} failed`] : []),
        ].join(", "),
      ],
    };
  }
}

/** Nobody reads more, and a report must not grow with an export. */
const MAX_LINES = 200;
const MAX_KINDS = 100;

function counted(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  return /^\w+(?= (?:that|under|for))/.test(noun) ? `${count} ${noun.replace(" ", "s ")}` : `${count} ${noun}s`;
}
