import { formatHttpDate } from "../../syntax/http-date.ts";

/**
 * What can be known about a representation without its bytes: enough for a 304 or a 412. Times are in milliseconds
 * since the epoch.
 */
export type RepresentationState = {
  /** Weak, because one tag stands for all codings of the same bytes (RFC 9110 section 8.8.1). */
  readonly etag: string;
  /**
   * Undefined within the second of the last change. A client that sends `If-Modified-Since` would miss a second change
   * in the same second.
   */
  readonly modified: number | undefined;
  /** `modified` as the value of the header. */
  readonly lastModified: string | undefined;
  /** The instant from which the passage of time alone makes the representation stale. */
  readonly validUntil: number;
  /** Headers that describe the representation beyond its type: `Link`, `Content-Language`. */
  readonly headers: readonly (readonly [string, string])[];
};

/**
 * What a store knows about a representation. A store that cannot tell the time of the last change leaves `modified`
 * out.
 */
type Known = {
  readonly modified?: number | undefined;
  readonly validUntil?: number | undefined;
  readonly headers?: RepresentationState["headers"];
};

export function representationState(
  etag: string,
  { modified, validUntil = Number.POSITIVE_INFINITY, headers = [] }: Known,
  now: number,
): RepresentationState {
  if (modified === undefined) return { etag, modified, lastModified: undefined, validUntil, headers };
  if (modified <= now) return { etag, modified, lastModified: formatHttpDate(modified), validUntil, headers };
  return { etag, modified: undefined, lastModified: undefined, validUntil: Math.min(validUntil, modified), headers };
}
