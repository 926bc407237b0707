import { cleanText } from "../model/text.ts";
import { err, ok, type Result } from "../syntax/result.ts";
import type { ContentFault } from "./content-fault.ts";
import type { ContentFile } from "./content-sources.ts";

/**
 * The largest file that is read, in bytes: a thousand pages. A longer one is no article, and would keep a build busy
 * for minutes.
 */
export const MAX_TEXT_BYTES = 5_000_000;

/** One for all files: to make one takes longer than to decode a file. */
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

/** Decodes a file and cleans its text. */
export function readText({ file, bytes }: ContentFile): Result<string, ContentFault> {
  if (bytes.length > MAX_TEXT_BYTES)
    return err({ file, found: `${bytes.length} bytes`, expected: `at most ${MAX_TEXT_BYTES}` });
  try {
    return ok(cleanText(decoder.decode(bytes)));
  } catch {
    return err({ file, found: "bytes that are not UTF-8 text", expected: "a file saved as UTF-8" });
  }
}
