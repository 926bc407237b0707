import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync, gzipSync } from "node:zlib";
import { chooseCoding } from "../../syntax/accept.ts";
import type { Coding, Representation } from "./representation.ts";

/** Bytes. Below this length, compression saves less than its header costs. */
const MIN_COMPRESSED_BYTES = 1_024;

/** The parts of a request that say which codings the client accepts. */
export type AskedCoding = { readonly headers: Headers; readonly cf?: Request["cf"] | undefined };

/**
 * The bytes in the coding that the client prefers. At the same weight, brotli is preferred to gzip. Short bodies are
 * not compressed.
 */
export function encodeFor(asked: AskedCoding, representation: Representation): { bytes: Uint8Array; coding: Coding } {
  const preferred = preferredCoding(acceptedCodings(asked));
  const coding = representation.length < MIN_COMPRESSED_BYTES ? "identity" : preferred;
  return { bytes: bytesIn(representation, coding), coding };
}

/** The bytes of the representation in a coding, which are made at most once. */
export function bytesIn(representation: Representation, coding: Coding): Uint8Array {
  const known = representation.codings.get(coding);
  if (known) return known;
  const bytes = coding === "identity" ? decoded(representation) : compress(bytesIn(representation, "identity"), coding);
  representation.codings.set(coding, bytes);
  return bytes;
}

/** A representation that was made at build has compressed bytes only. */
function decoded({ codings }: Representation): Uint8Array {
  const [gzip, br] = [codings.get("gzip"), codings.get("br")];
  if (gzip) return gunzipSync(gzip);
  if (br) return brotliDecompressSync(br);
  throw new Error("a representation without bytes");
}

/** Clients send few different values. More than this many are sent by someone who varies them. */
const MAX_KNOWN_FIELDS = 100;

const knownFields = new Map<string, Coding>();

/** Reading a field takes longer than all else that a request for bytes in memory needs, so the result is kept. */
function preferredCoding(acceptEncoding: string): Coding {
  const known = knownFields.get(acceptEncoding);
  if (known) return known;
  const coding = chooseCoding(acceptEncoding, ["br", "gzip"]) ?? "identity";
  if (knownFields.size >= MAX_KNOWN_FIELDS) knownFields.clear();
  knownFields.set(acceptEncoding, coding);
  return coding;
}

/**
 * The `Accept-Encoding` of the client. The platform replaces the header with `br, gzip` for every Worker and passes the
 * original value in `cf`, which costs as much to read as all else that an answer needs.
 */
function acceptedCodings(asked: AskedCoding): string {
  const field = asked.headers.get("accept-encoding") ?? "";
  if (!REPLACED.test(field)) return field;
  const { cf } = asked;
  const own = cf && "clientAcceptEncoding" in cf ? cf.clientAcceptEncoding : undefined;
  return typeof own === "string" ? own : field;
}

/** Only the platform replaces a header, and it names both codings, without a weight. */
const REPLACED = /^(?:br, ?gzip|gzip, ?br)$/i;

/**
 * Each isolate compresses a representation once per coding and then sends it from memory. Brotli takes about 9 ms for
 * 228 kB at quality 5, and 450 ms at quality 11. The free plan allows 10 ms of CPU a request.
 */
function compress(bytes: Uint8Array, coding: "br" | "gzip"): Uint8Array {
  if (coding === "gzip") return gzipSync(bytes, { level: 6 });
  return brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
}
