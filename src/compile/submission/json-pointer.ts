import type { FieldPath } from "../content-fault.ts";

/** The place of a field as a JSON Pointer (RFC 6901 section 3). */
export function jsonPointer(path: FieldPath): string {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
