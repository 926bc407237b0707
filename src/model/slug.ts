import { foldText } from "./text.ts";

/** UTF-16 code units. Mail programs cut longer addresses, and the first words of a title are enough to recognise it. */
const MAX_LENGTH = 80;

/**
 * Makes a slug of a title: its letters and digits of any script in lower case, with hyphens between words. Whole words
 * are cut from the end if it is too long. Empty if the title has no letters or digits.
 */
export function slugOf(title: string): string {
  const words = foldText(title)
    .replace(/(?<=[\p{L}\p{M}\p{N}])['’](?=\p{L})/gu, "")
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  let slug = "";
  for (const word of words ?? []) {
    const longer = slug === "" ? [...word].slice(0, MAX_LENGTH).join("") : `${slug}-${word}`;
    if (longer.length > MAX_LENGTH) break;
    slug = longer;
  }
  return slug;
}
