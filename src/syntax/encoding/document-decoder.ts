import { type DetectedEncoding, joined } from "./detect-encoding.ts";
import { mayBeSurrogates, sequenceAt, surrogatesAt } from "./utf8-sequence.ts";
import { fromUpperControls } from "./windows-1252.ts";

/** Bytes that are not in the encoding of the document. `at` is the index in the text of their piece. */
export type StrayBytes = {
  readonly at: number;
  readonly kind: "guessed" | "repaired" | "lost";
  readonly message: string;
  /** The bytes in hexadecimal, and what they were read as. */
  readonly found: string;
};

export type DecodedPiece = { readonly text: string; readonly strays: readonly StrayBytes[] };

const NO_STRAYS: readonly StrayBytes[] = [];

/** Decodes a document piece by piece; a character may be cut at the end of a piece. A byte order mark is removed. */
export class DocumentDecoder {
  readonly #encoding: DetectedEncoding;
  readonly #decoder: TextDecoder;
  #rest: Uint8Array = new Uint8Array();
  #isStart = true;

  constructor(encoding: DetectedEncoding) {
    this.#encoding = encoding;
    this.#decoder = new TextDecoder(encoding.label);
  }

  decode(bytes: Uint8Array): DecodedPiece {
    return this.#encoding.hasStrayBytes ? this.#decodeUtf8(bytes, false) : this.#known(bytes);
  }

  /** What is left after the last piece. */
  end(): DecodedPiece {
    return this.#encoding.hasStrayBytes ? this.#decodeUtf8(new Uint8Array(), true) : this.#known(undefined);
  }

  #known(bytes: Uint8Array | undefined): DecodedPiece {
    const text = bytes ? this.#decoder.decode(bytes, { stream: true }) : this.#decoder.decode();
    // Some versions of Node.js decode windows-1252 as Latin-1.
    const isLatin = this.#decoder.encoding === "windows-1252";
    return { text: isLatin ? fromUpperControls(text) : text, strays: NO_STRAYS };
  }

  #decodeUtf8(piece: Uint8Array, isLast: boolean): DecodedPiece {
    const bytes = joined(this.#rest, piece);
    const strays: StrayBytes[] = [];
    let text = "";
    let from = 0;
    let at = 0;
    const flush = () => {
      text += UTF_8.decode(bytes.subarray(from, at));
    };
    const skip = (length: number, replacement: string, note: Pick<StrayBytes, "kind" | "message">) => {
      flush();
      const codes = [...bytes.subarray(at, at + length)].map((byte) =>
        byte.toString(16).toUpperCase().padStart(2, "0"),
      );
      const read = replacement === "" ? "" : `, read as "${replacement}"`;
      strays.push({ at: text.length, ...note, found: `${length === 1 ? "byte" : "bytes"} ${codes.join(" ")}${read}` });
      text += replacement;
      at += length;
      from = at;
    };
    while (at < bytes.length) {
      const length = sequenceAt(bytes, at);
      if (length > 0) at += length;
      // A pair of surrogates may be cut at the end of the piece.
      else if (!isLast && (length === 0 || mayBeSurrogates(bytes, at))) break;
      else if (surrogatesAt(bytes, at) !== undefined) skip(6, surrogatesAt(bytes, at) ?? "", CESU_8);
      else if (length === -1 || bytes.length - at === 1)
        skip(1, fromUpperControls(String.fromCharCode(bytes[at] ?? 0)), STRAY);
      else skip(length === 0 ? bytes.length - at : -length, "", CUT);
    }
    flush();
    this.#rest = bytes.slice(at);
    if (this.#isStart && text.startsWith("\uFEFF")) {
      text = text.slice(1);
      for (const [index, stray] of strays.entries()) strays[index] = { ...stray, at: stray.at - 1 };
    }
    this.#isStart &&= text === "";
    return { text, strays };
  }
}

const UTF_8 = new TextDecoder("utf-8", { fatal: false, ignoreBOM: true });

const STRAY = { kind: "guessed", message: "a byte that is not UTF-8 was read as windows-1252" } as const;
const CUT = { kind: "lost", message: "a UTF-8 character that is cut off was left out" } as const;
const CESU_8 = { kind: "repaired", message: "two surrogates written as UTF-8 were read as their character" } as const;
