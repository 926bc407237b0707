import type { Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from "node:zlib";

const DECODERS: Readonly<Record<string, () => Transform>> = {
  br: createBrotliDecompress,
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  zstd: createZstdDecompress,
};

/** A stream that undoes a `Content-Encoding`; `identity` where there is nothing to undo, `unknown` for what this machine cannot read. */
export function bodyDecoder(contentEncoding: string): Transform | "identity" | "unknown" {
  const coding = contentEncoding.trim().toLowerCase();
  if (coding === "" || coding === "identity") return "identity";
  return DECODERS[coding]?.() ?? "unknown";
}
