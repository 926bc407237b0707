import { parseQualityList, type Weighted } from "./quality-list.ts";

/** A form on offer: the media type it is sent as, and others by which clients are known to ask for it. */
export type Offer<Name> = { readonly name: Name; readonly mediaType: string; readonly aliases: readonly string[] };

/**
 * The offer the client likes best, or nothing when it accepts none (RFC 9110 section 12.5.1). Offers come in the server's own order
 * of preference, which settles ties. No `Accept`, or one that says nothing readable, accepts everything.
 */
export function negotiate<Name>(accept: string | null, offers: readonly Offer<Name>[]): Name | undefined {
  const ranges = parseQualityList(accept ?? "");
  if (ranges.length === 0) return offers[0]?.name;
  let best: { name: Name; quality: number } | undefined;
  for (const offer of offers) {
    const quality = qualityOf(offer, ranges);
    if (quality > (best?.quality ?? 0)) best = { name: offer.name, quality };
  }
  return best?.name;
}

/** The most specific range decides. An alias asked for by name ranks below the type itself and above any wildcard. */
function qualityOf(offer: Offer<unknown>, ranges: readonly Weighted[]): number {
  const [type] = offer.mediaType.split("/");
  const candidates = [[offer.mediaType], offer.aliases, [`${type}/*`], ["*/*"]];
  for (const values of candidates) {
    const matching = ranges.filter((range) => values.includes(range.value));
    if (matching.length > 0) return Math.max(...matching.map((range) => range.quality));
  }
  return 0;
}
