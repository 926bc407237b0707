import type { ContentFault, FieldPath } from "../content-fault.ts";

/** Fields as written, before validation, with the place of each. */
export type FieldSource = {
  readonly file: string;
  readonly value: Readonly<Record<string, unknown>>;
  /**
   * Makes a fault at a field, with the line, name and value of the field. If the field is missing, the fault is at the
   * first line.
   */
  readonly faultAt: (path: FieldPath, expected: string) => ContentFault;
};

/** The name of a field for a person: `byline[0].url`. */
export function nameOfField(path: FieldPath): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : index === 0 ? String(key) : `.${String(key)}`))
    .join("");
}
