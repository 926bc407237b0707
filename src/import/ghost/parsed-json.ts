import { err, ok, type Result } from "../../syntax/result.ts";

/** Parses a JSON text. The error is the parser's message. */
export function parsedJson(text: string): Result<unknown, string> {
  try {
    const value: unknown = JSON.parse(text);
    return ok(value);
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}
