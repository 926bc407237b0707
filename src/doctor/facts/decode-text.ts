import { readContentType } from "./content-type.ts";

/** How a body's bytes became text, and what was odd about it. */
export type TextFacts = {
  readonly text: string;
  readonly hasBom: boolean;
  /** Whether the bytes are what their encoding allows. */
  readonly isValid: boolean;
  /** From the media type; in lower case. */
  readonly declared?: string;
  /** From the XML declaration; in lower case. */
  readonly inDocument?: string;
};

const XML_DECLARATION = /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']/;

/** Reads a body in the encoding the header names, else the document (RFC 7303 section 3), else UTF-8. */
export function decodeText(body: Uint8Array, contentType: string | undefined): TextFacts {
  const hasBom = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf;
  const { charset } = readContentType(contentType);
  // An XML declaration is readable before the encoding is known: all encodings of the web but UTF-16 write it as ASCII does.
  const start = Buffer.from(body.subarray(hasBom ? 3 : 0, 300)).toString("latin1");
  const inDocument = XML_DECLARATION.exec(start)?.[1]?.toLowerCase();
  const encoding = hasBom ? "utf-8" : (charset ?? inDocument ?? "utf-8");
  const strict = decode(body, encoding, true);
  return {
    text: strict ?? decode(body, encoding, false) ?? decode(body, "utf-8", false) ?? "",
    hasBom,
    isValid: strict !== undefined,
    ...(charset !== undefined && { declared: charset }),
    ...(inDocument !== undefined && { inDocument }),
  };
}

/** Nothing where the platform does not know the encoding, or, if `fatal`, where the bytes do not keep to it. */
function decode(body: Uint8Array, encoding: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal, ignoreBOM: false }).decode(body);
  } catch {
    return undefined;
  }
}
