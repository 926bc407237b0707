import { err, ok, type Result } from "../../syntax/result.ts";
import { type DocumentFault, type DocumentFile, startOf } from "./document-file.ts";

export type DocumentKind =
  | { readonly kind: "xml"; readonly encoding: string; readonly isWordPress: boolean }
  | { readonly kind: "json" }
  | { readonly kind: "page" };

const XML_DECLARATION = /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']/;

/** Detects the kind of a document from its first bytes, since its name and its media type may be wrong. */
export function documentKind(document: DocumentFile): Result<DocumentKind, DocumentFault> {
  const bytes = startOf(document);
  const marked = markedEncoding(bytes);
  const start = new TextDecoder(marked ?? "latin1").decode(bytes);
  const first = start.trimStart();
  if (first === "") return err({ message: "the file is empty; expected a feed or an export" });
  if (/^PK\u0003\u0004|^\u001F\u2039|^\u001F\u008B/.test(start))
    return err({ message: "the file is packed; unpack it, and import what is in it" });
  if (first.startsWith("{")) return ok({ kind: "json" });
  if (/^(?:<!doctype\s+html|<html|<head|<body)/i.test(behindProlog(first))) return ok({ kind: "page" });
  if (!first.startsWith("<"))
    return err({ message: "neither XML nor JSON; expected RSS, Atom, JSON Feed, or an export of WordPress or Ghost" });
  const encoding = marked ?? document.charset ?? XML_DECLARATION.exec(first)?.[1] ?? "utf-8";
  return ok({ kind: "xml", encoding, isWordPress: start.includes("wordpress.org/export/") });
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

/** The encoding that a byte order mark names. */
function markedEncoding([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}
