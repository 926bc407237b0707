import { Tokenizer, TokenParser, TokenType } from "@streamparser/json";
import { bytesOf, DocumentFault, type DocumentFile, type Progress } from "./document-file.ts";

/** A value at one of the wanted paths: `name` is its member's, or, in a list, that of the list; `index` its place there. */
export type JsonValue = { readonly name: string; readonly index: number | undefined; readonly value: unknown };

/** What the parser holds at once: of a text, in bytes, and of lists and objects in one another, whose number costs its square. */
const MAX_TOKEN = 16_000_000;
const MAX_DEPTH = 200;

/** The values at `paths` (`$.items.*`) of a document of any length, each as soon as it is whole. Nothing else is kept. */
export async function* jsonValues(
  document: DocumentFile,
  paths: readonly string[],
  progress: Progress,
): AsyncGenerator<JsonValue> {
  const tokenizer = new Tokenizer({ stringBufferSize: 65_536 });
  const parser = new TokenParser({ paths: [...paths], keepStack: false });
  const found: JsonValue[] = [];
  let sinceToken = 0;
  let depth = 0;
  tokenizer.onToken = (token) => {
    sinceToken = 0;
    if (token.token === TokenType.LEFT_BRACE || token.token === TokenType.LEFT_BRACKET) depth += 1;
    if (token.token === TokenType.RIGHT_BRACE || token.token === TokenType.RIGHT_BRACKET) depth -= 1;
    if (depth > MAX_DEPTH) throw new DocumentFault(`more than ${MAX_DEPTH} lists and objects in one another`);
    parser.write(token);
  };
  parser.onValue = ({ value, key, stack }) => {
    const names = [...stack.map((each) => each.key), key].filter((each) => typeof each === "string");
    found.push({ name: names.at(-1) ?? "", index: typeof key === "number" ? key : undefined, value });
  };
  let offset = 0;
  try {
    for await (const bytes of bytesOf(document, progress)) {
      const isMarked = offset === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
      sinceToken += bytes.length;
      tokenizer.write(isMarked ? bytes.subarray(3) : bytes);
      offset += bytes.length;
      if (sinceToken > MAX_TOKEN) throw new DocumentFault(`a text of more than ${MAX_TOKEN} bytes`);
      yield* found.splice(0);
    }
    if (!parser.isEnded) throw new DocumentFault("the document ends in its middle");
  } catch (error) {
    if (error instanceof DocumentFault) throw error;
    // The parser has no other way out, and its message tells what it met.
    const message = error instanceof Error ? error.message : String(error);
    throw new DocumentFault(`no JSON from byte ${offset} on: ${message}`);
  }
}
