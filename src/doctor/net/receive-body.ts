import type { IncomingMessage } from "node:http";
import type { Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from "node:zlib";
import { err, ok, type Result } from "../../syntax/result.ts";

/** A decoded body, and its length as it was sent. */
export type ReceivedBody = { readonly body: Uint8Array; readonly wireBytes: number };

export type BodyFault =
  | { readonly kind: "too-large"; readonly isDecoded: boolean }
  | { readonly kind: "undecodable"; readonly coding: string }
  | { readonly kind: "cut-off"; readonly code: string };

const DECODERS: Readonly<Record<string, () => Transform>> = {
  br: createBrotliDecompress,
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  zstd: createZstdDecompress,
};

/** Returns "identity" if there is nothing to decode, and "unknown" if this machine cannot decode it. */
function decoderFor(contentEncoding: string): Transform | "identity" | "unknown" {
  const coding = contentEncoding.trim().toLowerCase();
  if (coding === "" || coding === "identity") return "identity";
  return DECODERS[coding]?.() ?? "unknown";
}

/**
 * Reads a body of at most `maxBytes`, counted both before and after decoding. Reading stops as soon as either exceeds
 * the limit, so a few kilobytes that decompress to gigabytes cost little.
 */
export function receiveBody(response: IncomingMessage, maxBytes: number): Promise<Result<ReceivedBody, BodyFault>> {
  const coding = response.headers["content-encoding"] ?? "";
  const decoder = decoderFor(coding);
  return new Promise((resolve) => {
    let wireBytes = 0;
    let decodedBytes = 0;
    const chunks: Uint8Array[] = [];
    const finish = (received: Result<ReceivedBody, BodyFault>) => {
      response.destroy();
      if (typeof decoder !== "string") decoder.destroy();
      resolve(received);
    };
    const fail = (fault: BodyFault) => finish(err(fault));
    const store = (chunk: Uint8Array) => {
      decodedBytes += chunk.length;
      if (decodedBytes > maxBytes) fail({ kind: "too-large", isDecoded: typeof decoder !== "string" });
      else chunks.push(chunk);
    };
    const done = () => finish(ok({ body: Buffer.concat(chunks), wireBytes }));
    response.on("error", (error) => fail({ kind: "cut-off", code: codeOf(error) }));
    response.on("data", (chunk: Uint8Array) => {
      wireBytes += chunk.length;
      if (wireBytes > maxBytes) fail({ kind: "too-large", isDecoded: false });
      else if (typeof decoder === "string") store(chunk);
    });
    response.on("end", () => {
      // A decoder reports an empty body as a broken one.
      if (typeof decoder === "string" || wireBytes === 0) done();
    });
    if (decoder === "unknown" && response.statusCode === 200) fail({ kind: "undecodable", coding });
    if (typeof decoder === "string") return;
    decoder.on("data", store);
    decoder.on("end", done);
    decoder.on("error", () => wireBytes > 0 && fail({ kind: "undecodable", coding }));
    response.pipe(decoder);
  });
}

function codeOf(error: Error): string {
  return "code" in error && typeof error.code === "string" ? error.code : error.message;
}
