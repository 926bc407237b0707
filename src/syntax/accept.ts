/** Content negotiation: `Accept`, `Accept-Encoding` and `Accept-Language` (RFC 9110 section 12.5). */

/** One member of a weighted list: a value in lower case and its weight from 0 to 1 (section 12.4.2). */
export type Weighted = { readonly value: string; readonly quality: number };

const WEIGHT = /^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/i;

/**
 * Reads a weighted list. Members with a malformed weight are left out; parameters other than the weight are dropped.
 */
export function parseQualityList(field: string): readonly Weighted[] {
  return field.split(",").flatMap((member) => {
    const [value = "", ...parameters] = member.split(";").map((part) => part.trim());
    if (value === "") return [];
    const weight = parameters.find((parameter) => /^q=/i.test(parameter));
    if (weight === undefined) return [{ value: value.toLowerCase(), quality: 1 }];
    const quality = WEIGHT.exec(weight)?.[1];
    return quality === undefined ? [] : [{ value: value.toLowerCase(), quality: Number(quality) }];
  });
}

/** A representation on offer: the media type that is sent, and other types by which clients are known to ask for it. */
export type Offer<Name> = { readonly name: Name; readonly mediaType: string; readonly aliases: readonly string[] };

/**
 * The offer with the highest weight (section 12.5.1). Offers come in the server's order of preference, which decides
 * between equal weights. A missing `Accept`, and one without a readable member, accepts everything. Returns undefined
 * if the client accepts none of the offers.
 */
export function negotiate<Name>(accept: string | null, offers: readonly Offer<Name>[]): Name | undefined {
  const ranges = parseQualityList(accept ?? "");
  if (ranges.length === 0) return offers[0]?.name;
  return best(offers.map((offer) => ({ name: offer.name, quality: qualityOf(offer, ranges) })));
}

/** The most specific range decides. An alias that is named ranks below the type itself and above any wildcard. */
function qualityOf(offer: Offer<unknown>, ranges: readonly Weighted[]): number {
  const [type] = offer.mediaType.split("/");
  for (const values of [[offer.mediaType], offer.aliases, [`${type}/*`], ["*/*"]]) {
    const matching = ranges.filter((range) => values.includes(range.value));
    // No spread: the client decides how long the list is.
    if (matching.length > 0) return matching.reduce((highest, { quality }) => Math.max(highest, quality), 0);
  }
  return 0;
}

/**
 * The coding with the highest weight in `Accept-Encoding` (section 12.5.3). The order of `codings` decides between
 * equal weights. Returns undefined if the client names none of them, which means that the body is sent without a
 * coding.
 */
export function chooseCoding<Coding extends string>(
  acceptEncoding: string | null,
  codings: readonly Coding[],
): Coding | undefined {
  const accepted = parseQualityList(acceptEncoding ?? "");
  const weightOf = (coding: string) => accepted.find(({ value }) => value === coding)?.quality;
  return best(codings.map((name) => ({ name, quality: weightOf(name) ?? weightOf("*") ?? 0 })));
}

/** The first of the highest weight above 0. */
function best<Name>(candidates: readonly { readonly name: Name; readonly quality: number }[]): Name | undefined {
  let found: { readonly name: Name; readonly quality: number } | undefined;
  for (const each of candidates) if (each.quality > (found?.quality ?? 0)) found = each;
  return found?.name;
}
