import { mayBeSurrogates, sequenceAt, surrogatesAt } from "./utf8-sequence.ts";

/**
 * How a document is decoded. `label` is a label of the Encoding Standard.
 *
 * - `hasStrayBytes`: the document is UTF-8 with bytes that are not.
 * - `note`: why it is read otherwise than it declares, or that the encoding was guessed.
 */
export type DetectedEncoding = {
  readonly label: string;
  readonly hasStrayBytes: boolean;
  readonly note?: EncodingNote;
};

/** `repaired`: the bytes prove the encoding. `guessed`: they do not. */
export type EncodingNote = { readonly kind: "repaired" | "guessed"; readonly message: string };

/** What is said about the encoding: by the XML declaration, and by the transport (the charset of its media type). */
export type EncodingHints = { readonly declared?: string | undefined; readonly transport?: string | undefined };

/** Bytes at the start that are searched for zeros. */
const START_BYTES = 4_096;
const XML_DECLARATION = /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([^"'>]{1,60})["']/;

/**
 * The encoding that an XML declaration names, as written. `start` is the beginning of the document, read as Latin-1.
 */
export function declaredEncoding(start: string): string | undefined {
  return XML_DECLARATION.exec(start.replace(/^\u00EF\u00BB\u00BF/, ""))?.[1];
}

/**
 * Decides how to decode a document of any length. UTF-16 shows by its byte order mark or its zeros, and what is valid
 * UTF-8 is UTF-8 whatever it declares. Otherwise the declared encoding counts, then that of the transport, then
 * windows-1252, in which every byte is a character.
 *
 * @param pieces reads the document once more at each call
 */
export function detectEncoding(pieces: () => Iterable<Uint8Array>, hints: EncodingHints): DetectedEncoding {
  const start = startOf(pieces());
  const declared = hints.declared ?? declaredEncoding(latin1(start));
  const said = declared ?? hints.transport;
  const wide = wideEncoding(start);
  if (wide !== undefined) return { label: wide, hasStrayBytes: false };
  const { isValid, isAscii, hasEscape } = readAsUtf8(pieces());
  // Its letters are ASCII characters behind escapes, so it is valid UTF-8 and means something else.
  if (isAscii && hasEscape && labelOf(said) === "iso-2022-jp") return { label: "iso-2022-jp", hasStrayBytes: false };
  if (isValid) return { label: "utf-8", hasStrayBytes: false, ...noteOfUtf8(said, isAscii) };
  return encodingOfOthers(pieces, declared, hints.transport);
}

function startOf(pieces: Iterable<Uint8Array>): Uint8Array {
  let start: Uint8Array = new Uint8Array();
  for (const piece of pieces) {
    start = joined(start, piece.subarray(0, START_BYTES));
    if (start.length >= START_BYTES) break;
  }
  return start;
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/**
 * UTF-16 by its byte order mark, by the shape of its first two characters, or by its many zeros in odd or even places.
 */
function wideEncoding(start: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const [first, second, third, fourth] = start;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first && second === 0 && third && fourth === 0) return "utf-16le";
  if (first === 0 && second && third === 0 && fourth) return "utf-16be";
  const zeros = [0, 0];
  for (const [index, byte] of start.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > start.length / 10 && even < odd / 20) return "utf-16le";
  return even > start.length / 10 && odd < even / 20 ? "utf-16be" : undefined;
}

function readAsUtf8(pieces: Iterable<Uint8Array>) {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let bytes = 0;
  let characters = 0;
  let hasEscape = false;
  try {
    for (const piece of pieces) {
      bytes += piece.length;
      characters += decoder.decode(piece, { stream: true }).length;
      hasEscape ||= piece.includes(0x1b);
    }
    characters += decoder.decode().length;
  } catch {
    // The decoder reports a fault only by throwing.
    return { isValid: false, isAscii: false, hasEscape };
  }
  return { isValid: true, isAscii: bytes === characters, hasEscape };
}

/** ASCII in ASCII's extensions is no fault. UTF-16 is never ASCII. */
function noteOfUtf8(said: string | undefined, isAscii: boolean): { note?: EncodingNote } {
  const label = labelOf(said);
  if (said === undefined || label === "utf-8") return {};
  if (isAscii && label !== undefined && !label.startsWith("utf-16")) return {};
  return { note: { kind: "repaired", message: `it declares the encoding ${said}, and its bytes are UTF-8` } };
}

/** The name of an encoding in the Encoding Standard. Returns undefined if there is none. */
export function labelOf(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  try {
    return new TextDecoder(name.trim()).encoding;
  } catch {
    return undefined;
  }
}

/** Of a document that is not valid UTF-8. */
function encodingOfOthers(
  pieces: () => Iterable<Uint8Array>,
  declared: string | undefined,
  transport: string | undefined,
): DetectedEncoding {
  const { valid, stray } = countSequences(pieces());
  const said = [declared, transport].flatMap((name) => labelOf(name) ?? []);
  const named = [...new Set(said)].filter((label) => !/^(?:utf-|x-user-defined|replacement)/.test(label));
  const isDeclared = said.length === 0 || said[0] === "utf-8";
  const withStrays: DetectedEncoding = {
    label: "utf-8",
    hasStrayBytes: true,
    ...(!isDeclared && noteOfUtf8(declared ?? transport, false)),
  };
  // Other encodings form few valid sequences by chance, those with several bytes a letter more than the others.
  if (valid > stray * 4) return withStrays;
  for (const label of named) {
    const faults = countFaults(pieces(), label);
    if (faults === 0 && valid >= stray && /^(?:iso-8859-|windows-|koi8-|macintosh|ibm|x-mac)/.test(label))
      return withStrays;
    if (faults <= stray / 20) return { label, hasStrayBytes: false };
  }
  if (valid >= stray) return withStrays;
  const what = declared ?? transport;
  const message =
    what === undefined
      ? "it declares no encoding and is not UTF-8: read as windows-1252"
      : `it declares the encoding ${what}, and its bytes are not: read as windows-1252`;
  return { label: "windows-1252", hasStrayBytes: false, note: { kind: "guessed", message } };
}

/** The number of valid UTF-8 sequences of several bytes, and of places that are not UTF-8. */
function countSequences(pieces: Iterable<Uint8Array>): { readonly valid: number; readonly stray: number } {
  let valid = 0;
  let stray = 0;
  let rest: Uint8Array = new Uint8Array();
  for (const piece of pieces) {
    const bytes = joined(rest, piece);
    let at = 0;
    while (at < bytes.length) {
      const isPair = surrogatesAt(bytes, at) !== undefined;
      const length = isPair ? 6 : sequenceAt(bytes, at);
      if (length === 0 || (length < 0 && mayBeSurrogates(bytes, at))) break;
      if (length > 1) valid += 1;
      if (length < 0) stray += 1;
      at += Math.abs(length);
    }
    rest = bytes.slice(at);
  }
  return { valid, stray: stray + (rest.length > 0 ? 1 : 0) };
}

/** Puts the bytes that a piece ended with in front of the next piece. */
export function joined(rest: Uint8Array, piece: Uint8Array): Uint8Array {
  if (rest.length === 0) return piece;
  const bytes = new Uint8Array(rest.length + piece.length);
  bytes.set(rest);
  bytes.set(piece, rest.length);
  return bytes;
}

/** The number of places that are not valid in an encoding. */
function countFaults(pieces: Iterable<Uint8Array>, label: string): number {
  const decoder = new TextDecoder(label);
  let faults = 0;
  const count = (text: string) => {
    for (let at = text.indexOf("\uFFFD"); at !== -1; at = text.indexOf("\uFFFD", at + 1)) faults += 1;
  };
  for (const piece of pieces) count(decoder.decode(piece, { stream: true }));
  count(decoder.decode());
  return faults;
}
