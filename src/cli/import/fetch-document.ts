import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseContentType } from "../../syntax/content-type.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import type { DocumentFault, DocumentFile } from "./document-file.ts";

export type FetchLimits = { readonly maxBytes: number; readonly timeoutMs: number };

const ACCEPT =
  "application/feed+json, application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1";

/** Downloads a document to a file: it may be larger than memory, and may be read twice. Follows redirects. */
export async function fetchDocument(
  address: string,
  folder: string,
  limits: FetchLimits,
): Promise<Result<DocumentFile, DocumentFault>> {
  const { maxBytes, timeoutMs } = limits;
  const path = join(folder, `document-${process.hrtime.bigint()}`);
  const waiting = new AbortController();
  // The limit is for the time between two pieces: a large document may take long as a whole.
  let timer = setTimeout(() => waiting.abort(), timeoutMs);
  let size = 0;
  const count = new Transform({
    transform(piece: Uint8Array, _encoding, done) {
      clearTimeout(timer);
      timer = setTimeout(() => waiting.abort(), timeoutMs);
      size += piece.length;
      // An error is the only way to end a pipeline early. It is caught below.
      done(size > maxBytes ? new Error("too large") : null, piece);
    },
  });
  try {
    const headers = { accept: ACCEPT, "user-agent": "Dateline-Import/0.1 (+feed import)" };
    const response = await fetch(address, { headers, signal: waiting.signal });
    if (!response.ok) return err({ message: `answered ${response.status}; expected 200` });
    if (!response.body) return err({ message: "answered without a body" });
    await pipeline(response.body, count, createWriteStream(path));
    const { charset } = parseContentType(response.headers.get("content-type"));
    return ok({ name: address, path, size, address: response.url || address, charset: knownForm(charset) });
  } catch (error) {
    if (size > maxBytes) return err({ message: `more than ${maxBytes} bytes; --max-bytes sets the limit` });
    if (waiting.signal.aborted) return err({ message: `no byte for ${timeoutMs / 1_000} s` });
    return err({ message: `could not be fetched (${reasonOf(error)})` });
  } finally {
    clearTimeout(timer);
  }
}

/** The name of an encoding. Returns undefined if it has characters that names of encodings do not have. */
function knownForm(charset: string | undefined): string | undefined {
  return charset !== undefined && /^[\w.:-]+$/.test(charset) ? charset : undefined;
}

/** The message of `fetch` is only "fetch failed"; its cause says why. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return "code" in cause ? `${String(cause.code)}` : cause.message;
}
