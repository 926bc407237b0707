import type { AskedCoding } from "../representation/content-coding.ts";

/** The parts of a request that decide whether an answer from memory may do, and which. */
export type Asked = AskedCoding & { readonly method: string; readonly url: string };

/**
 * Whether a request may be answered as the same address was answered before, if `Vary` allows it. The router gets all
 * others:
 *
 * - other methods than GET and HEAD;
 * - addresses with a query, since their number has no bound;
 * - requests for a delta (RFC 3229), which depend on the state that the client has.
 *
 * Conditions, codings and HEAD need no rule, because the door and the handlers answer them with the same function. A
 * range needs none either: only media files are sent in ranges, and the door never sends one.
 */
export function mayRepeat({ method, url, headers }: Asked): boolean {
  return (method === "GET" || method === "HEAD") && !url.includes("?") && headers.get("a-im") === null;
}
