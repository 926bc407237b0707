import { Tokenizer, TokenParser, TokenType } from "@streamparser/json";
import { around } from "../../syntax/encoding/damaged-text.ts";
import type { DetectedEncoding } from "../../syntax/encoding/detect-encoding.ts";
import type { DecodedPiece } from "../../syntax/encoding/document-decoder.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { readControls } from "../../syntax/xml/tolerant/read-references.ts";
import { SourceWindow } from "../../syntax/xml/tolerant/source-window.ts";
import type { ValueRepair } from "../../syntax/xml/tolerant/xml-repair.ts";
import { bytesOf, type DocumentFault, type DocumentFile, type Progress } from "./document-file.ts";
import { textOf } from "./document-text.ts";

/**
 * A value at one of the wanted paths. `name` is the name of its member. For a value of a list, it is the name of the
 * list, and `index` is the position in the list. `repairs` are the bytes in it that its encoding does
 * not have, and its control characters.
 */
export type JsonValue = {
  readonly name: string;
  readonly index: number | undefined;
  readonly value: unknown;
  readonly repairs: readonly ValueRepair[];
};

/** Bytes of one text. The parser holds a text in memory until it ends. */
const MAX_TOKEN = 16_000_000;
/** Lists and objects inside one another. The parser's time grows with the square of this depth. */
const MAX_DEPTH = 200;

/**
 * The values at `paths` (such as `$.items.*`) of a document of any length, each as soon as it is complete. Nothing else
 * stays in memory.
 */
export async function* jsonValues(
  document: DocumentFile,
  paths: readonly string[],
  { encoding, progress }: { readonly encoding: DetectedEncoding; readonly progress: Progress },
): AsyncGenerator<Result<JsonValue, DocumentFault>> {
  const tokenizer = new Tokenizer({ stringBufferSize: 65_536 });
  const parser = new TokenParser({ paths: [...paths], keepStack: false });
  const found: Result<JsonValue, DocumentFault>[] = [];
  let sinceToken = 0;
  let depth = 0;
  let tooDeep: DocumentFault | undefined;
  let repairs: readonly ValueRepair[] = [];
  tokenizer.onToken = (token) => {
    sinceToken = 0;
    if (token.token === TokenType.LEFT_BRACE || token.token === TokenType.LEFT_BRACKET) depth += 1;
    if (token.token === TokenType.RIGHT_BRACE || token.token === TokenType.RIGHT_BRACKET) depth -= 1;
    if (depth > MAX_DEPTH) {
      tooDeep = { message: `more than ${MAX_DEPTH} lists and objects inside one another` };
      // An exception is the only way to stop the tokenizer. It is caught below.
      throw new Error(tooDeep.message);
    }
    parser.write(token);
  };
  parser.onValue = ({ value, key, stack }) => {
    const names = [...stack.map((each) => each.key), key].filter((each) => typeof each === "string");
    found.push(
      ok({
        name: names.at(-1) ?? "",
        index: typeof key === "number" ? key : undefined,
        ...controlsRead(value, repairs),
      }),
    );
    repairs = [];
  };
  let offset = 0;
  const counted: Progress = (bytes, file) => {
    offset = bytes;
    progress(bytes, file);
  };
  try {
    for await (const { piece, repair } of piecesOf(document, encoding, counted)) {
      sinceToken += piece.length;
      tokenizer.write(piece);
      if (repair && repairs.length < MAX_REPAIRS) repairs = [...repairs, repair];
      if (sinceToken > MAX_TOKEN) return yield err({ message: `a text of more than ${MAX_TOKEN} bytes` });
      yield* found.splice(0);
    }
    if (!parser.isEnded) yield err({ message: "the document is incomplete" });
  } catch (error) {
    // The parser reports a fault only by throwing, and its message says what it found.
    const message = error instanceof Error ? error.message : String(error);
    yield err(tooDeep ?? { message: `not JSON, before byte ${offset}: ${message}` });
  }
}

/** Repairs that one value remembers. */
const MAX_REPAIRS = 100;

type Piece = { readonly piece: Uint8Array | string; readonly repair?: ValueRepair };

/** The bytes of a document in UTF-8. Otherwise its text, in pieces that end before each stray byte. */
async function* piecesOf(
  document: DocumentFile,
  encoding: DetectedEncoding,
  progress: Progress,
): AsyncGenerator<Piece> {
  if (encoding.label === "utf-8" && !encoding.hasStrayBytes) {
    let isFirst = true;
    for await (const bytes of bytesOf(document, progress)) {
      const isMarked = isFirst && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
      isFirst = false;
      yield { piece: isMarked ? bytes.subarray(3) : bytes };
    }
    return;
  }
  const window = new SourceWindow();
  for await (const decoded of textOf(document, encoding, progress)) yield* piecesIn(decoded, window);
}

function* piecesIn({ text, strays }: DecodedPiece, window: SourceWindow): Generator<Piece> {
  window.at = window.text.length;
  window.add(text);
  let from = 0;
  for (const { at, kind, message, found } of strays) {
    const words = `${found} in "${around(text, at)}"`;
    yield { piece: text.slice(from, at), repair: { kind, message, ...window.placeOf(at), found: words } };
    from = at;
  }
  yield { piece: text.slice(from) };
}

/** Reads the control characters in all texts of a value as XML does. No article can have them. */
function controlsRead(value: unknown, found: readonly ValueRepair[]): Pick<JsonValue, "value" | "repairs"> {
  const repairs = [...found];
  const read = (each: unknown): unknown => {
    if (typeof each === "string")
      return readControls(each, ({ kind, message, at }) => {
        if (repairs.length < MAX_REPAIRS) repairs.push({ kind, message, found: around(each, at) });
      });
    if (Array.isArray(each)) return each.map(read);
    if (typeof each !== "object" || each === null) return each;
    return Object.fromEntries(Object.entries(each).map(([name, member]) => [name, read(member)]));
  };
  return { value: read(value), repairs };
}
