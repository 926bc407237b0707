import { closeSync, createReadStream, openSync, readSync, statSync } from "node:fs";

/** A document on this disk. `name` is its name in a report. `address` is the web address that it was fetched from. */
export type DocumentFile = {
  readonly name: string;
  readonly path: string;
  readonly size: number;
  readonly address?: string | undefined;
  /** The charset of its `Content-Type`. */
  readonly charset?: string | undefined;
};

/**
 * Why a document cannot be read, or not to its end. A generator yields it as its last value, since entries may come
 * before the fault.
 */
export type DocumentFault = { readonly message: string };

/** Is called for every piece that is read. `bytes` is the number of bytes read so far. */
export type Progress = (bytes: number, document: DocumentFile) => void;

const START_BYTES = 65_536;
const PIECE_BYTES = 1_048_576;

/** The size of a file in bytes. Returns undefined if there is no file. */
export function sizeOfFile(path: string): number | undefined {
  const status = statSync(path, { throwIfNoEntry: false });
  return status?.isFile() ? status.size : undefined;
}

/** The first bytes of a document. Its kind is detected from them. */
export function startOf({ path }: DocumentFile): Uint8Array {
  const file = openSync(path, "r");
  try {
    const start = new Uint8Array(START_BYTES);
    return start.subarray(0, readSync(file, start));
  } finally {
    closeSync(file);
  }
}

/** Reads a document once more, at once, in the memory of one piece. Each piece is overwritten by the next. */
export function* piecesOf({ path }: DocumentFile): Generator<Uint8Array> {
  const file = openSync(path, "r");
  try {
    const piece = new Uint8Array(PIECE_BYTES);
    for (let size = readSync(file, piece); size > 0; size = readSync(file, piece)) yield piece.subarray(0, size);
  } finally {
    closeSync(file);
  }
}

/** Reads a document piece by piece, so that it takes the memory of one piece, whatever its size. */
export async function* bytesOf(document: DocumentFile, progress: Progress): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const piece of createReadStream(document.path, { highWaterMark: 65_536 })) {
    read += piece.length;
    progress(read, document);
    yield piece;
  }
}
