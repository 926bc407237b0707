import { createHash } from "node:crypto";
import { formatEntityTag } from "../../syntax/entity-tag.ts";
import { type RepresentationState, representationState } from "./representation-state.ts";

/** The content coding of a body (RFC 9110 section 8.4.1); `identity` means that the body is not encoded. */
export type Coding = "br" | "gzip" | "identity";

/** A representation as bytes, which can be sent any number of times. */
export type Representation = RepresentationState & {
  readonly contentType: string;
  /** The number of bytes without a coding. */
  readonly length: number;
  /** The bytes in each coding that is at hand, which is at least one. `content-coding.ts` adds the others. */
  readonly codings: Map<Coding, Uint8Array>;
};

/** The output of a renderer, and what the store knows about it. Times are in milliseconds since the epoch. */
export type Rendered = {
  readonly text: string;
  readonly mediaType: string;
  readonly modified: number;
  /** Missing if the passage of time alone never changes the text. */
  readonly validUntil?: number | undefined;
  readonly headers?: RepresentationState["headers"];
  /** The second part of the entity tag: the fingerprints of the entries, from `feeds/feed-etag.ts`. */
  readonly fingerprints?: string;
  /**
   * The first part of the entity tag if the store names its states. If it is missing, a digest of the bytes is used.
   */
  readonly stateTag?: string | undefined;
};

/**
 * Encodes a rendered text. The entity tag is a digest of the bytes, or of the name that the store gives to their state:
 * so the tag changes if and only if the bytes change, whatever the cause (an article, a setting, a new renderer).
 *
 * @param now milliseconds since the epoch
 */
export function createRepresentation(
  { text, mediaType, modified, validUntil, headers = [], fingerprints, stateTag }: Rendered,
  now: number,
): Representation {
  const bytes = new TextEncoder().encode(text);
  const digest = stateTag ?? createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
  const etag = formatEntityTag(fingerprints ? `${digest}.${fingerprints}` : digest, "weak");
  return {
    ...representationState(etag, { modified, validUntil, headers }, now),
    contentType: `${mediaType}; charset=utf-8`,
    length: bytes.length,
    codings: new Map([["identity", bytes]]),
  };
}
