/** Which caches may store a response, and for how long. */
export type Caching =
  /** Every cache, for at most `seconds`. */
  | { readonly kind: "public"; readonly seconds: number }
  /** Every cache, for a year: the content of the address never changes. */
  | { readonly kind: "immutable" }
  /** Every cache, which has to revalidate the response before each use. */
  | { readonly kind: "revalidate" }
  /** No cache: another client gets a different response at this address. */
  | { readonly kind: "private" };

/**
 * The value of `Cache-Control`. A public response stays fresh until `validUntil` at the latest.
 *
 * @param validUntil milliseconds since the epoch
 * @param now milliseconds since the epoch
 */
export function cacheControl(caching: Caching, validUntil: number, now: number): string {
  switch (caching.kind) {
    case "public": {
      const left = Math.max(0, Math.floor((validUntil - now) / 1_000));
      return `public, max-age=${Math.min(caching.seconds, left)}`;
    }
    case "immutable":
      return "public, max-age=31536000, immutable";
    case "revalidate":
      return "no-cache";
    case "private":
      return "private, no-store";
  }
}
