import { createHash } from "node:crypto";
import type { Representation } from "../representation/representation.ts";

/**
 * A hot document: a representation that a build made, under the key by which the service looks for it. Its file is one
 * line of JSON, then the bytes in gzip, then those in brotli. So one read gives every coding, and nothing is decoded.
 */
export type HotDocument = { readonly key: string; readonly representation: Representation };

/** The name of the document's file: 80 bits, so two of a few hundred never share one. */
export function hotName(key: string): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 20);
}

type Line = Pick<HotDocument, "key"> &
  Pick<Representation, "etag" | "modified" | "lastModified" | "headers" | "contentType" | "length"> & {
    /** Missing if the passage of time never makes it stale. */
    readonly validUntil?: number;
    /** The number of bytes in gzip. */
    readonly gzip: number;
  };

/** @throws if the representation is not there in gzip and in brotli */
export function packHotDocument({ key, representation }: HotDocument): Uint8Array {
  const { etag, modified, lastModified, validUntil, headers, contentType, length, codings } = representation;
  const [gzip, br] = [codings.get("gzip"), codings.get("br")];
  if (!gzip || !br) throw new Error(`${key} is not compressed`);
  const line: Line = {
    key,
    etag,
    modified,
    lastModified,
    headers,
    contentType,
    length,
    gzip: gzip.length,
    ...(Number.isFinite(validUntil) && { validUntil }),
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(line)}\n`), gzip, br]);
}

/** @throws {SyntaxError} if the bytes are not those of a hot document */
export function unpackHotDocument(bytes: Uint8Array): HotDocument {
  const end = bytes.indexOf(0x0a);
  const line: Line = JSON.parse(new TextDecoder().decode(bytes.subarray(0, Math.max(0, end))));
  const { key, gzip, validUntil = Number.POSITIVE_INFINITY, modified, lastModified, ...rest } = line;
  const codings: Representation["codings"] = new Map([
    ["gzip", bytes.subarray(end + 1, end + 1 + gzip)],
    ["br", bytes.subarray(end + 1 + gzip)],
  ]);
  return { key, representation: { ...rest, modified, lastModified, validUntil, codings } };
}
