import { parseContentType } from "../../syntax/content-type.ts";
import {
  type DetectedEncoding,
  declaredEncoding,
  detectEncoding,
  labelOf,
} from "../../syntax/encoding/detect-encoding.ts";
import { DocumentDecoder } from "../../syntax/encoding/document-decoder.ts";

/** A body as text, and what its encoding was. */
export type TextFacts = {
  readonly text: string;
  readonly hasBom: boolean;
  /**
   * Why a strict reader rejects the bytes in the declared encoding, with the place. Undefined if it accepts them.
   */
  readonly fault?: string;
  /** The charset of the media type, in lower case. */
  readonly declared?: string;
  /** The encoding of the XML declaration, in lower case. */
  readonly inDocument?: string;
};

/**
 * Decodes a body by its bytes, as lenient readers do. `fault` judges it by the encoding of the header, else of the
 * document (RFC 7303 section 3), else UTF-8.
 */
export function decodeText(body: Uint8Array, contentType: string | undefined): TextFacts {
  const hasBom = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf;
  const { charset } = parseContentType(contentType);
  const encoding = detectEncoding(() => [body], { declared: charset });
  const text = textIn(body, encoding);
  const inDocument = declaredEncoding(text.slice(0, 1_000))?.toLowerCase();
  // A byte order mark says the encoding before anything else does (RFC 7303 section 3).
  const said = hasBom ? "utf-8" : hasWideMark(body) ? encoding.label : (charset ?? inDocument ?? "utf-8");
  const fault = faultOf(body, said, { text, encoding, isInHeader: charset !== undefined });
  return {
    text,
    hasBom,
    ...(fault !== undefined && { fault }),
    ...(charset !== undefined && { declared: charset }),
    ...(inDocument !== undefined && { inDocument }),
  };
}

/** The byte order mark of UTF-16. */
function hasWideMark([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function textIn(body: Uint8Array, encoding: DetectedEncoding): string {
  const decoder = new DocumentDecoder(encoding);
  return decoder.decode(body).text + decoder.end().text;
}

type Known = { readonly text: string; readonly encoding: DetectedEncoding; readonly isInHeader: boolean };

function faultOf(body: Uint8Array, said: string, { text, encoding, isInHeader }: Known): string | undefined {
  const label = labelOf(said);
  const where = isInHeader ? "Content-Type" : `${placeOf(text, text.indexOf("encoding"))}: the document`;
  if (label === undefined) return `${where} declares ${said}, which is no encoding`;
  if (label === "utf-8") return faultInUtf8(body, said);
  // The bytes prove UTF-8. Read in another encoding they give other letters, or none.
  const isOther = encoding.label === "utf-8" && encoding.note !== undefined;
  if (isOther) return `${where} declares ${said}, and the bytes are UTF-8`;
  return isValidIn(body, label) ? undefined : `the body is not valid ${said}`;
}

/** The first byte that is not UTF-8, with its place. */
function faultInUtf8(body: Uint8Array, said: string): string | undefined {
  if (isValidIn(body, "utf-8")) return undefined;
  const strays = new DocumentDecoder({ label: "utf-8", hasStrayBytes: true });
  const { text, strays: found } = strays.decode(body);
  const [first] = found.length > 0 ? found : strays.end().strays;
  if (first === undefined) return `the body is not valid ${said}`;
  return `${placeOf(text, first.at)}: ${first.found.replace(/,.*/, "")} is not ${said}`;
}

function placeOf(text: string, index: number): string {
  const lines = text.slice(0, Math.max(0, index)).split("\n");
  return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
}

function isValidIn(body: Uint8Array, label: string): boolean {
  try {
    new TextDecoder(label, { fatal: true, ignoreBOM: false }).decode(body);
    return true;
  } catch {
    // The decoder reports a fault only by throwing.
    return false;
  }
}
