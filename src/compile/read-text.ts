import { cleanText } from "../model/text.ts";
import type { ContentFault } from "./content-fault.ts";
import type { ContentFile } from "./content-sources.ts";

/** The largest file that is read, in bytes: a thousand pages. A longer one is no article, and would keep a build busy for minutes. */
export const MAX_TEXT_BYTES = 5_000_000;

export type ReadText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly fault: ContentFault };

/** A file's text, clean. */
export function readText({ file, bytes }: ContentFile): ReadText {
  if (bytes.length > MAX_TEXT_BYTES) {
    return { ok: false, fault: { file, found: `${bytes.length} bytes`, expected: `at most ${MAX_TEXT_BYTES}` } };
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
    return { ok: true, text: cleanText(text) };
  } catch {
    return { ok: false, fault: { file, found: "bytes that are not UTF-8 text", expected: "a file saved as UTF-8" } };
  }
}
