import { MAX_BYTES, type WireCopyFault } from "./fault.ts";

export type DecodedText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: WireCopyFault };

/**
 * Reads the bytes of a file as text: UTF-8, or UTF-16 where a byte order mark says so. Refuses what cannot be copied
 * text.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length > MAX_BYTES) return { ok: false, reason: { kind: "too large", bytes: bytes.length } };
  const text = decode(bytes);
  // Text has no NUL, and hardly another control character: pictures and archives do.
  if (text === undefined || /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/.test(text))
    return { ok: false, reason: { kind: "not text" } };
  if (text.trim() === "") return { ok: false, reason: { kind: "empty" } };
  const language = markupOf(text.trim());
  return language === undefined ? { ok: true, text } : { ok: false, reason: { kind: "markup", language } };
}

function decode(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return undefined;
  }
}

function markupOf(text: string): "HTML or XML" | "JSON" | "front matter" | undefined {
  if (/^<(?:[a-z!?/])/i.test(text)) return "HTML or XML";
  if (/^---\r?\n/.test(text)) return "front matter";
  return /^[[{]/.test(text) && isJson(text) ? "JSON" : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
