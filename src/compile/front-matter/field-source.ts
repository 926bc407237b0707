import type { ContentFault, FieldPath } from "../content-fault.ts";

/** Fields as they were written, before anything is known of them, and where each one stands. */
export type FieldSource = {
  readonly file: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** A fault at a field, with its line, name and what was found there. A field that is not there is one of the file's first line. */
  readonly faultAt: (path: FieldPath, expected: string) => ContentFault;
};

/** `byline[0].url` */
export function nameOfField(path: FieldPath): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : index === 0 ? String(key) : `.${String(key)}`))
    .join("");
}
