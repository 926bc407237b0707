import { listMatchesStrongly, listMatchesWeakly } from "../../syntax/entity-tag.ts";
import { parseHttpDate } from "../../syntax/http-date.ts";

/**
 * The validators of one representation: an entity tag with its quotes, weak or strong, and the time of the last change
 * in milliseconds since the epoch.
 */
export type Validators = { readonly etag: string; readonly modified?: number | undefined };

/** What the preconditions of a request call for: the representation, a 304 or a 412. */
export type Outcome = "proceed" | "not-modified" | "precondition-failed";

/**
 * Evaluates the preconditions of a GET or HEAD, in the order of RFC 9110 section 13.2.2. A date that is malformed is
 * ignored (section 13.1.3).
 */
export function evaluatePreconditions(headers: Headers, { etag, modified }: Validators): Outcome {
  const ifMatch = headers.get("if-match");
  if (ifMatch !== null) {
    if (!listMatchesStrongly(ifMatch, etag)) return "precondition-failed";
  } else if (modified !== undefined) {
    const since = parseHttpDate(headers.get("if-unmodified-since"));
    if (since !== undefined && wholeSeconds(modified) > since) return "precondition-failed";
  }
  const ifNoneMatch = headers.get("if-none-match");
  if (ifNoneMatch !== null) return listMatchesWeakly(ifNoneMatch, etag) ? "not-modified" : "proceed";
  if (modified !== undefined) {
    const since = parseHttpDate(headers.get("if-modified-since"));
    if (since !== undefined && wholeSeconds(modified) <= since) return "not-modified";
  }
  return "proceed";
}

/** HTTP dates have no fractions of a second. */
function wholeSeconds(instant: number): number {
  return Math.floor(instant / 1_000) * 1_000;
}
