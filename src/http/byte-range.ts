import type { ByteRange } from "../syntax/range.ts";

/**
 * What a `Range` header asks of a file of `length` bytes (RFC 9110 section 14.1.2). Nothing for a header that is absent, malformed, in another
 * unit, or for several ranges at once: those may be ignored, and the whole file is sent.
 */
export function readByteRange(header: string | null, length: number): ByteRange | "not-satisfiable" | undefined {
  const [, from = "", to = ""] = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header ?? "") ?? [];
  if (from === "" && to === "") return undefined;
  if (from === "") return suffix(Number(to), length);
  const first = Number(from);
  const last = to === "" ? length - 1 : Math.min(Number(to), length - 1);
  if (to !== "" && Number(to) < first) return undefined;
  return first < length ? { first, last } : "not-satisfiable";
}

/** The last `count` bytes. */
function suffix(count: number, length: number): ByteRange | "not-satisfiable" {
  if (count === 0 || length === 0) return "not-satisfiable";
  return { first: Math.max(0, length - count), last: length - 1 };
}
