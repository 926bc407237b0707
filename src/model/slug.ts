import { foldText } from "./text.ts";

/** UTF-16 code units. Mail programs cut longer addresses, and the first words of a title are enough to recognise it. */
const MAX_LENGTH = 80;

/**
 * Bytes of UTF-8 that a slug may have. It is the name of the article's file, and file systems take names of 255 bytes.
 * What is left is for an extension, and for what a program that writes files puts beside the name.
 */
export const MAX_SLUG_BYTES = 200;

/** Bytes of the text in UTF-8. */
export function slugBytes(slug: string): number {
  return new TextEncoder().encode(slug).length;
}

/**
 * Makes a slug of a title: its letters and digits of any script in lower case, with hyphens between words. Whole words
 * are cut from the end if it is too long, and the characters of a single word that is. Empty if the title has no
 * letters or digits.
 */
export function slugOf(title: string): string {
  return cutSlug(wordsOf(title));
}

/** Most tags are a word of English. */
const ONE_WORD = /^[a-z0-9]+$/;

/** As `slugOf`, whatever its bytes are. */
export function wordsOf(title: string): string {
  const folded = foldText(title);
  if (ONE_WORD.test(folded)) return folded.slice(0, MAX_LENGTH);
  const words = folded.replace(/(?<=[\p{L}\p{M}\p{N}])['’](?=\p{L})/gu, "").match(/[\p{L}\p{M}\p{N}]+/gu);
  let slug = "";
  for (const word of words ?? []) {
    const longer = slug === "" ? [...word].slice(0, MAX_LENGTH).join("") : `${slug}-${word}`;
    if (longer.length > MAX_LENGTH) break;
    slug = longer;
  }
  return slug;
}

/**
 * Cuts a slug that has too many bytes: behind a whole word if half of it is left then, otherwise between two
 * characters as a person counts them. Two slugs may become one. Who needs them apart puts `ending` behind, which is
 * counted and is never cut.
 */
export function cutSlug(slug: string, ending = ""): string {
  const most = MAX_SLUG_BYTES - slugBytes(ending);
  if (slugBytes(slug) <= most) return slug + ending;
  let kept = "";
  let bytes = 0;
  for (const { segment } of CHARACTERS.segment(slug)) {
    bytes += slugBytes(segment);
    if (bytes > most) break;
    kept += segment;
  }
  // A single character may have any number of marks.
  if (kept === "") kept = firstCodePoints(slug, most);
  const words = kept.lastIndexOf("-");
  const isWithin = !slug.startsWith("-", kept.length);
  const whole = isWithin && words >= kept.length / 2 ? kept.slice(0, words) : kept;
  return whole.replace(/-$/, "") + ending;
}

const CHARACTERS = new Intl.Segmenter("und", { granularity: "grapheme" });

function firstCodePoints(text: string, most: number): string {
  let kept = "";
  for (const point of text) {
    if (slugBytes(kept + point) > most) break;
    kept += point;
  }
  return kept;
}
