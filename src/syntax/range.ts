/** Byte ranges (RFC 9110 section 14). */

/** The first and the last byte, both included, counted from 0. */
export type ByteRange = { readonly first: number; readonly last: number };

/**
 * What a `Range` field asks of a file of `length` bytes (section 14.1.2). Returns undefined if the field is missing,
 * malformed, in another unit, or asks for several ranges: those may be ignored, and the whole file is sent.
 */
export function parseByteRange(field: string | null, length: number): ByteRange | "not-satisfiable" | undefined {
  const [, from = "", to = ""] = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(field ?? "") ?? [];
  if (from === "" && to === "") return undefined;
  if (from === "") return lastBytes(Number(to), length);
  const first = Number(from);
  const last = to === "" ? length - 1 : Math.min(Number(to), length - 1);
  if (to !== "" && Number(to) < first) return undefined;
  return first < length ? { first, last } : "not-satisfiable";
}

function lastBytes(count: number, length: number): ByteRange | "not-satisfiable" {
  if (count === 0 || length === 0) return "not-satisfiable";
  return { first: Math.max(0, length - count), last: length - 1 };
}

/** `Content-Range` of a 206 (section 14.4): `bytes 0-9/100`. */
export function formatContentRange({ first, last }: ByteRange, length: number): string {
  return `bytes ${first}-${last}/${length}`;
}

/** `Content-Range` of a 416, which names the length only (section 14.4). */
export function formatUnsatisfiedRange(length: number): string {
  return `bytes */${length}`;
}
