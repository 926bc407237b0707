import type { DetectedEncoding } from "../../syntax/encoding/detect-encoding.ts";
import { type DecodedPiece, DocumentDecoder } from "../../syntax/encoding/document-decoder.ts";
import { bytesOf, type DocumentFile, type Progress } from "./document-file.ts";

/** Reads the text of a document piece by piece. */
export async function* textOf(
  document: DocumentFile,
  encoding: DetectedEncoding,
  progress: Progress,
): AsyncGenerator<DecodedPiece> {
  const decoder = new DocumentDecoder(encoding);
  for await (const bytes of bytesOf(document, progress)) yield decoder.decode(bytes);
  yield decoder.end();
}
