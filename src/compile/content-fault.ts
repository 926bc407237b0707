/** A place in the fields, such as `["image", "src"]` or `["tags", 2]`. */
export type FieldPath = readonly PropertyKey[];

/**
 * Something in the content that an author has to change. `file` is relative to the repository's root and `line` counts
 * from 1. `found` is as it is to be printed, in quotation marks if the author wrote it. `field` is the name of the
 * field at `path` for a person. A fault in the body has the path `["body"]`, and a line in place of a name. A warning
 * has the same form and stops nothing.
 */
export type ContentFault = {
  readonly file: string;
  readonly line?: number | undefined;
  readonly field?: string | undefined;
  readonly path?: FieldPath | undefined;
  readonly found?: string | undefined;
  readonly expected: string;
};

/** `content/articles/x.md:4 published: found "3 Feb 2021"; expected a time such as 2026-11-24T09:30:00+08:00` */
export function formatFault({ file, line, field, found, expected }: ContentFault): string {
  const place = file + (line === undefined ? "" : `:${line}`) + (field === undefined ? "" : ` ${field}`);
  return `${place}: ${found === undefined ? "" : `found ${found}; `}expected ${expected}`;
}

/** Sorts by file, then line, then field. A fault that is there twice is listed once. */
export function sortFaults(faults: readonly ContentFault[]): readonly ContentFault[] {
  const byText = new Map(faults.map((fault) => [formatFault(fault), fault]));
  return [...byText.values()].toSorted(
    (a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compare(a.field ?? "", b.field ?? ""),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Characters of what an author wrote that a message repeats. */
const MAX_QUOTED = 80;

/** Returns what an author wrote in quotation marks, on one line and cut if it is long. */
export function quoted(text: string): string {
  const short = text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED).toWellFormed()}…` : text;
  return JSON.stringify(short);
}
