import { type DetectedEncoding, declaredEncoding, detectEncoding } from "../../syntax/encoding/detect-encoding.ts";
import { DocumentDecoder } from "../../syntax/encoding/document-decoder.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { type DocumentFault, type DocumentFile, piecesOf, startOf } from "./document-file.ts";
import { leadingJunk } from "./leading-junk.ts";

export type DocumentKind =
  | {
      readonly kind: "xml";
      readonly encoding: DetectedEncoding;
      readonly isWordPress: boolean;
      /** The characters before the document that do not belong to it. */
      readonly junk: number;
    }
  | { readonly kind: "json"; readonly encoding: DetectedEncoding }
  | { readonly kind: "page"; readonly encoding: DetectedEncoding };

/**
 * Detects the kind of a document from its first bytes, since its name and its media type may be wrong. Reads the whole
 * document to find its encoding.
 */
export function documentKind(document: DocumentFile): Result<DocumentKind, DocumentFault> {
  const bytes = startOf(document);
  if (isPacked(bytes)) return err({ message: "the file is packed; unpack it, and import what is in it" });
  const latin = new TextDecoder("windows-1252").decode(bytes);
  const declared = declaredEncoding(latin.slice(leadingJunk(latin)));
  const encoding = detectEncoding(() => piecesOf(document), { declared, transport: document.charset });
  const start = new DocumentDecoder(encoding).decode(bytes).text;
  // A byte order mark may be doubled, and zeros may stand before the document.
  const first = start.replace(/^[\s\u0000]+/, "");
  if (first === "") return err({ message: "the file is empty; expected a feed or an export" });
  if (first.startsWith("{")) return ok({ kind: "json", encoding });
  if (/^(?:<!doctype\s+html|<html|<head|<body)/i.test(behindProlog(first))) return ok({ kind: "page", encoding });
  const junk = leadingJunk(start);
  if (!first.startsWith("<") && junk === 0)
    return err({ message: "neither XML nor JSON; expected RSS, Atom, JSON Feed, or an export of WordPress or Ghost" });
  return ok({ kind: "xml", encoding, isWordPress: start.includes("wordpress.org/export/"), junk });
}

/** Whether the bytes are those of a ZIP or gzip file. */
function isPacked([first, second, third, fourth]: Uint8Array): boolean {
  return (first === 0x50 && second === 0x4b && third === 3 && fourth === 4) || (first === 0x1f && second === 0x8b);
}

/**
 * What follows the XML declaration and the comments. One pass: a pattern over many comments may backtrack, and every
 * export of WordPress begins with 15 comments.
 */
function behindProlog(text: string): string {
  let at = 0;
  for (;;) {
    while (/\s/.test(text[at] ?? "")) at += 1;
    const close = text.startsWith("<?xml", at) ? ">" : text.startsWith("<!--", at) ? "-->" : undefined;
    const end = close === undefined ? -1 : text.indexOf(close, at + (close === ">" ? 5 : 4));
    if (close === undefined || end === -1) return text.slice(at);
    at = end + close.length;
  }
}
