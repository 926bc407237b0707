import { err, ok, type Result } from "../../syntax/result.ts";
import { MAX_BYTES, type WireCopyFault } from "./fault.ts";

/**
 * Decodes a file: UTF-8, or UTF-16 if it begins with a byte order mark. Bytes that are not copied text are a fault.
 */
export function decodeText(bytes: Uint8Array): Result<string, WireCopyFault> {
  if (bytes.length > MAX_BYTES) return err({ kind: "too large", bytes: bytes.length });
  const text = decode(bytes);
  // Text contains no control characters of these; pictures and archives do.
  if (text === undefined || /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/.test(text)) return err({ kind: "not text" });
  if (text.trim() === "") return err({ kind: "empty" });
  const language = markupOf(text.trim());
  return language === undefined ? ok(text) : err({ kind: "markup", language });
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
