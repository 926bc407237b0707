import type { IncomingMessage } from "node:http";
import { bodyDecoder } from "./body-decoder.ts";

export type Received =
  | { readonly kind: "body"; readonly body: Uint8Array; readonly wireBytes: number }
  | { readonly kind: "too-large"; readonly isDecoded: boolean }
  | { readonly kind: "undecodable"; readonly coding: string }
  | { readonly kind: "cut-off"; readonly code: string };

/**
 * Reads a body while counting: on the wire, and again behind the decoder, whose output is let go as soon as it passes the limit, so that
 * a few kilobytes that unfold to gigabytes never do.
 */
export function receiveBody(response: IncomingMessage, maxBytes: number): Promise<Received> {
  const coding = response.headers["content-encoding"] ?? "";
  const decoder = bodyDecoder(coding);
  return new Promise((resolve) => {
    let wireBytes = 0;
    let decodedBytes = 0;
    const chunks: Uint8Array[] = [];
    const finish = (received: Received) => {
      response.destroy();
      if (typeof decoder !== "string") decoder.destroy();
      resolve(received);
    };
    const keep = (chunk: Uint8Array) => {
      decodedBytes += chunk.length;
      if (decodedBytes > maxBytes) finish({ kind: "too-large", isDecoded: typeof decoder !== "string" });
      else chunks.push(chunk);
    };
    // A decoder tells of an empty body as of a broken one.
    const done = () => finish({ kind: "body", body: Buffer.concat(chunks), wireBytes });
    response.on("error", (error) => finish({ kind: "cut-off", code: codeOf(error) }));
    response.on("data", (chunk: Uint8Array) => {
      wireBytes += chunk.length;
      if (wireBytes > maxBytes) finish({ kind: "too-large", isDecoded: false });
      else if (typeof decoder === "string") keep(chunk);
    });
    response.on("end", () => {
      if (typeof decoder === "string" || wireBytes === 0) done();
    });
    if (decoder === "unknown" && response.statusCode === 200) finish({ kind: "undecodable", coding });
    if (typeof decoder === "string") return;
    decoder.on("data", keep);
    decoder.on("end", done);
    decoder.on("error", () => wireBytes > 0 && finish({ kind: "undecodable", coding }));
    response.pipe(decoder);
  });
}

function codeOf(error: Error): string {
  return "code" in error && typeof error.code === "string" ? error.code : error.message;
}
