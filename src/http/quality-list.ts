/** One member of `Accept` or `Accept-Encoding`: a value in lower case and its weight from 0 to 1 (RFC 9110 section 12.4.2). */
export type Weighted = { readonly value: string; readonly quality: number };

const WEIGHT = /^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/i;

/** Reads a weighted list. Members with an unreadable weight are left out; parameters other than the weight are dropped. */
export function parseQualityList(header: string): Weighted[] {
  return header.split(",").flatMap((member) => {
    const [value = "", ...parameters] = member.split(";").map((part) => part.trim());
    if (value === "") return [];
    const weight = parameters.find((parameter) => /^q=/i.test(parameter));
    if (weight === undefined) return [{ value: value.toLowerCase(), quality: 1 }];
    const quality = WEIGHT.exec(weight)?.[1];
    return quality === undefined ? [] : [{ value: value.toLowerCase(), quality: Number(quality) }];
  });
}
