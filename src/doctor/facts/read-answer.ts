import type { Answer } from "../net/fetched.ts";
import { decodeText, type TextFacts } from "./decode-text.ts";
import { type Reading, readDocument } from "./read-document.ts";

/** An answer's body as text and as what it turned out to be. */
export function readAnswer({ body, headers, url }: Answer): { readonly text: TextFacts; readonly reading: Reading } {
  const text = decodeText(body, headers["content-type"]);
  return { text, reading: readDocument(text.text, url) };
}
