import { Tokenizer, TokenParser, TokenType } from "@streamparser/json";
import { err, ok, type Result } from "../../syntax/result.ts";
import { bytesOf, type DocumentFault, type DocumentFile, type Progress } from "./document-file.ts";

/**
 * A value at one of the wanted paths. `name` is the name of its member. For a value of a list, it is the name of the
 * list, and `index` is the position in the list.
 */
export type JsonValue = { readonly name: string; readonly index: number | undefined; readonly value: unknown };

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
  progress: Progress,
): AsyncGenerator<Result<JsonValue, DocumentFault>> {
  const tokenizer = new Tokenizer({ stringBufferSize: 65_536 });
  const parser = new TokenParser({ paths: [...paths], keepStack: false });
  const found: Result<JsonValue, DocumentFault>[] = [];
  let sinceToken = 0;
  let depth = 0;
  let tooDeep: DocumentFault | undefined;
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
    found.push(ok({ name: names.at(-1) ?? "", index: typeof key === "number" ? key : undefined, value }));
  };
  let offset = 0;
  try {
    for await (const bytes of bytesOf(document, progress)) {
      const isMarked = offset === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
      sinceToken += bytes.length;
      tokenizer.write(isMarked ? bytes.subarray(3) : bytes);
      offset += bytes.length;
      if (sinceToken > MAX_TOKEN) return yield err({ message: `a text of more than ${MAX_TOKEN} bytes` });
      yield* found.splice(0);
    }
    if (!parser.isEnded) yield err({ message: "the document is incomplete" });
  } catch (error) {
    // The parser reports a fault only by throwing, and its message says what it found.
    const message = error instanceof Error ? error.message : String(error);
    yield err(tooDeep ?? { message: `not JSON from byte ${offset} on: ${message}` });
  }
}
