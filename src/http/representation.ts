import { createHash } from "node:crypto";
import { toHttpDate } from "../model/timestamp.ts";
import { type Coding, compress, MIN_TO_COMPRESS } from "./content-coding.ts";

/** A representation as bytes, ready to be sent as often as it is asked for. Times are in milliseconds since the epoch. */
export type Representation = {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** What the representation says of itself beyond its type: links, language. */
  readonly headers: readonly (readonly [string, string])[];
  /** Weak, because one tag stands for all codings of the same bytes (RFC 9110 section 8.8.1). */
  readonly etag: string;
  /** Absent within the second of the last change: a reader that goes by the date would miss another one in it. */
  readonly modified: number | undefined;
  readonly lastModified: string | undefined;
  /** When the clock alone makes these bytes stale. */
  readonly validUntil: number;
  readonly compressed: Map<"br" | "gzip", Uint8Array>;
};

/** What a renderer made, and what its store knows of it. */
export type Rendered = {
  readonly text: string;
  readonly mediaType: string;
  readonly modified: number;
  readonly validUntil?: number | undefined;
  readonly headers?: Representation["headers"];
  /** What the tag is to remember of the entries. */
  readonly fingerprints?: string;
  /** What the tag begins with where the store names the state: see `state-tag.ts`. Otherwise a digest of the bytes. */
  readonly stateTag?: string | undefined;
};

/**
 * The tag is a digest of the bytes: it changes when they change, whatever changed them (an article, a setting, a new renderer), and
 * never otherwise. Where the store names the state that the bytes come from, it is a digest of that name.
 */
export function createRepresentation(
  { text, mediaType, modified, validUntil = Number.POSITIVE_INFINITY, headers = [], fingerprints, stateTag }: Rendered,
  now: number,
): Representation {
  const bytes = new TextEncoder().encode(text);
  const digest = stateTag ?? createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
  const isDated = modified <= now;
  return {
    bytes,
    contentType: `${mediaType}; charset=utf-8`,
    headers,
    etag: `W/"${[digest, ...(fingerprints ? [fingerprints] : [])].join(".")}"`,
    modified: isDated ? modified : undefined,
    lastModified: isDated ? toHttpDate(modified) : undefined,
    validUntil: isDated ? validUntil : Math.min(validUntil, modified),
    compressed: new Map(),
  };
}

/** What a reader has already, by the tag it named: there is nothing to render for a 304. */
export function notModifiedRepresentation(
  etag: string,
  { modified, validUntil }: { readonly modified?: number; readonly validUntil?: number },
  now: number,
): Representation {
  const held = createRepresentation({ text: "", mediaType: "", modified: modified ?? 0, validUntil }, now);
  return { ...held, etag, ...(modified === undefined && { modified, lastModified: undefined }) };
}

/** The bytes in the coding asked for, or as they are when they are too few to gain from it. */
export function encode(representation: Representation, coding: Coding): { bytes: Uint8Array; coding: Coding } {
  if (coding === "identity" || representation.bytes.length < MIN_TO_COMPRESS) {
    return { bytes: representation.bytes, coding: "identity" };
  }
  let bytes = representation.compressed.get(coding);
  if (!bytes) {
    bytes = compress(representation.bytes, coding);
    representation.compressed.set(coding, bytes);
  }
  return { bytes, coding };
}
