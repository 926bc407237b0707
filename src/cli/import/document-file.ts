import { closeSync, createReadStream, openSync, readSync, statSync } from "node:fs";

/** A document on this disk, whatever brought it here. `name` is what a report calls it; `address` is where it came from. */
export type DocumentFile = {
  readonly name: string;
  readonly path: string;
  readonly size: number;
  readonly address?: string | undefined;
  /** From the media type. */
  readonly charset?: string | undefined;
};

/** A document that nothing can be made of. */
export class DocumentFault extends Error {}

/** Told of every piece that is read: how far reading has come. */
export type Progress = (bytes: number, document: DocumentFile) => void;

const START_BYTES = 65_536;

export function sizeOfFile(path: string): number | undefined {
  const status = statSync(path, { throwIfNoEntry: false });
  return status?.isFile() ? status.size : undefined;
}

/** The first bytes, from which to tell what the document is. */
export function startOf({ path }: DocumentFile): Uint8Array {
  const file = openSync(path, "r");
  try {
    const start = new Uint8Array(START_BYTES);
    return start.subarray(0, readSync(file, start));
  } finally {
    closeSync(file);
  }
}

/** Piece by piece; a document of any size takes the memory of one piece. */
export async function* bytesOf(document: DocumentFile, progress: Progress): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const piece of createReadStream(document.path, { highWaterMark: 65_536 })) {
    read += piece.length;
    progress(read, document);
    yield piece;
  }
}
