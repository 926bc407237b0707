import { damageIn } from "../../syntax/encoding/damaged-text.ts";
import { detectEncoding } from "../../syntax/encoding/detect-encoding.ts";
import { DocumentDecoder } from "../../syntax/encoding/document-decoder.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { MAX_BYTES, type WireCopyFault } from "./fault.ts";

/** The text of a file, and what was guessed about its bytes or looks damaged. */
export type DecodedCopy = { readonly text: string; readonly notes: readonly string[] };

/**
 * Decodes a file: UTF-8, UTF-16, or windows-1252 as old editors save it. Bytes that are not copied text are a fault.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedCopy, WireCopyFault> {
  if (bytes.length > MAX_BYTES) return err({ kind: "too large", bytes: bytes.length });
  const encoding = detectEncoding(() => [bytes], {});
  const decoder = new DocumentDecoder(encoding);
  const decoded = [decoder.decode(bytes), decoder.end()];
  const text = decoded.map((piece) => piece.text).join("");
  // Text contains no control characters of these; pictures and archives do.
  if (/[\u0000-\u0008\u000E-\u001A\u001C-\u001F\u0081\u008D\u008F\u0090\u009D]/.test(text))
    return err({ kind: "not text" });
  if (text.trim() === "") return err({ kind: "empty" });
  const language = markupOf(text.trim());
  if (language !== undefined) return err({ kind: "markup", language });
  const notes = [
    ...(encoding.note ? ["encoding: the file is not UTF-8, and was read as windows-1252; check its letters"] : []),
    ...decoded.flatMap((piece) =>
      piece.strays.map(({ at, message, found }) => `encoding: line ${lineOf(piece.text, at)}: ${message} (${found})`),
    ),
    ...damageIn(text).map(({ message, found }) => `text: ${message}: "${found}"`),
  ];
  return ok({ text, notes });
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
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
