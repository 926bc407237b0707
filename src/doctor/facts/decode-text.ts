import { parseContentType } from "../../syntax/content-type.ts";

/** A body as text, and what its encoding was. */
export type TextFacts = {
  readonly text: string;
  readonly hasBom: boolean;
  /** Whether all bytes are valid in the encoding. */
  readonly isValid: boolean;
  /** The charset of the media type, in lower case. */
  readonly declared?: string;
  /** The encoding of the XML declaration, in lower case. */
  readonly inDocument?: string;
};

const XML_DECLARATION = /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']/;

/** Decodes a body with the encoding of the header, else of the document (RFC 7303 section 3), else UTF-8. */
export function decodeText(body: Uint8Array, contentType: string | undefined): TextFacts {
  const hasBom = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf;
  const { charset } = parseContentType(contentType);
  // The XML declaration can be read before the encoding is known: in all web encodings but UTF-16 it is ASCII.
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

/** Returns undefined if the platform does not know the encoding or, with `fatal`, if a byte is not valid in it. */
function decode(body: Uint8Array, encoding: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal, ignoreBOM: false }).decode(body);
  } catch {
    return undefined;
  }
}
