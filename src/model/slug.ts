import { foldText } from "./text.ts";

/** Longer addresses are cut in mails and hard to say; a headline's first words are enough to know it by. */
const LONGEST = 80;

/**
 * The part of an address that a title suggests: its letters and digits, of any script, in lower case, words joined by hyphens. Empty where the
 * title has none.
 */
export function slugOf(title: string): string {
  const words = foldText(title)
    .replace(/(?<=[\p{L}\p{M}\p{N}])['’](?=\p{L})/gu, "")
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  let slug = "";
  for (const word of words ?? []) {
    const longer = slug === "" ? [...word].slice(0, LONGEST).join("") : `${slug}-${word}`;
    if (longer.length > LONGEST) break;
    slug = longer;
  }
  return slug;
}
