/** How long a response may be kept, and by whom. `seconds` is the route's stated max-age. */
export type Caching =
  | { readonly kind: "public"; readonly seconds: number }
  | { readonly kind: "immutable" }
  /** Kept only to be asked about again. */
  | { readonly kind: "revalidate" }
  /** One person's answer at an address that gives others something else. */
  | { readonly kind: "private" };

/** The `Cache-Control` value. A public response is fresh no longer than its bytes are: until `validUntil` (milliseconds). */
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
