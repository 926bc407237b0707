import { namesAgency } from "./agencies.ts";

/**
 * The words before the first sentence, such as "NEW YORK, Feb 3 (Reuters) - ", and the `rest` of the paragraph.
 * `printed` is the place, with the day if there is one. It is absent if the dateline names only an agency.
 */
export type Dateline = {
  readonly printed?: string;
  readonly day?: string;
  readonly agency?: string;
  readonly rest: string;
};

const MONTH = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?";
const DAY = `(?:,?\\s+(?<day>(?:${MONTH}\\s+\\d{1,2}|\\d{1,2}\\s+${MONTH})(?:,?\\s+\\d{4})?))?`;
const CAPITALS = "\\p{Lu}[\\p{Lu}\\p{M}'’.]*";
/** Small words within names of places: RIO de JANEIRO, PORT-au-PRINCE. */
const PARTICLE = "(?:de|del|da|do|dos|di|du|la|le|les|el|al|an|am|der|den|of|the|on|upon|and|sur|au)";
const CITY = `${CAPITALS}(?:[\\s\\-](?:${PARTICLE}[\\s\\-]){0,2}${CAPITALS})*`;
/** A state or country behind the city may have small letters: PARIS, Texas. */
const REGION_WORD = "\\p{Lu}[\\p{L}\\p{M}'’.]*";
const REGION = `(?:,\\s*(?!${MONTH}\\s+\\d)${REGION_WORD}(?:\\s${REGION_WORD}){0,2})?`;
const BRACKETS = "\\s*\\((?<inBrackets>[^()]{2,40})\\)";
/** A dash, with a space at one side at least unless it is a long one: "US–China" is a word. */
const DASH = "(?:\\s+--?\\s*|\\s*--\\s*|\\s*[–―]\\s+|\\s+[–―]\\s*|\\s*—\\s*)";

const LED_BY_PLACE = new RegExp(`^(?<printed>${CITY}(?:/${CITY})*${REGION}${DAY})(?:${BRACKETS})?${DASH}(?=\\S)`, "u");
const LED_BY_AGENCY = new RegExp(`^(?<printed>\\p{Lu}[^()?!]{1,60}?${DAY})?${BRACKETS}${DASH}(?=\\S)`, "u");
const MAX_LENGTH = 200;

/**
 * Reads a place in capitals, or a place in any letters that an agency in brackets follows. Returns undefined if the
 * paragraph has no dateline.
 */
export function readDateline(paragraph: string): Dateline | undefined {
  const opening = paragraph.slice(0, MAX_LENGTH);
  const byPlace = LED_BY_PLACE.exec(opening);
  const match = byPlace ?? LED_BY_AGENCY.exec(opening);
  if (!match) return undefined;
  const { printed, day, inBrackets } = match.groups ?? {};
  const rest = paragraph.slice(match[0].length);
  if (inBrackets !== undefined && namesAgency(inBrackets))
    return { ...(printed && { printed }), ...(day && { day }), agency: inBrackets, rest };
  if (!byPlace || !printed || !/\p{Lu}{2}/u.test(printed)) return undefined;
  return { printed: inBrackets === undefined ? printed : `${printed} (${inBrackets})`, ...(day && { day }), rest };
}
