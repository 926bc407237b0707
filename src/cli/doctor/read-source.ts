import { open } from "node:fs/promises";
import type { FileFault } from "../../doctor/examine-file.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { describeSystemFault } from "../console/system-fault.ts";

type Read = Result<Uint8Array, FileFault>;

const GONE: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file; for an address, begin with http:// or https://",
  ENOTDIR: "there is no such file",
  EISDIR: "it is a folder; name the files in it",
};

/** Reads a file of at most `maxBytes`. A device or a pipe is read as a file is. */
export async function readFileWithin(path: string, maxBytes: number): Promise<Read> {
  try {
    await using file = await open(path);
    if ((await file.stat()).isDirectory()) return unreadable(GONE.EISDIR ?? "");
    return await readWithin(file.createReadStream({ autoClose: false }), maxBytes);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const because = GONE[code] ?? describeSystemFault(error);
    if (because === undefined) throw error;
    return unreadable(because);
  }
}

/** Reads to the end, or until there is more than the limit. */
export async function readWithin(stream: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Read> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of stream) {
    length += piece.length;
    if (length > maxBytes) return err({ kind: "too-large", bytes: maxBytes, isDecoded: false });
    pieces.push(piece);
  }
  return ok(Buffer.concat(pieces));
}

function unreadable(because: string): Read {
  return err({ kind: "no-file", because });
}
