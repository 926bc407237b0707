import { withAsciiDigits } from "./language/digits.ts";
import { foldWord, halfNamed, isFiller } from "./language/intl-words.ts";
import { zoneNamed, zoneOfCity } from "./language/zone-names.ts";
import { type CalendarDate, type DateOrder, takeDate } from "./written-date.ts";

/**
 * A wall-clock time. `offset` from UTC (`Z` or `±hh:mm`), `zone` (an IANA name) or `zoneName` (an abbreviation in use
 * for several zones) are there where the text gives one.
 */
export type WallClock = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly offset?: string;
  readonly zone?: string;
  readonly zoneName?: string;
};

/**
 * A time found in a line, with the `words` of the line that are no part of it. `isDay`: the line gives no time of day,
 * and the clock stands at the beginning of the day.
 */
export type FoundTime = { readonly clock: WallClock; readonly isDay: boolean; readonly words: string };

type TimeOfDay = { readonly hour: number; readonly minute: number; readonly second: number; readonly rest: string };
type ZonePart = Pick<WallClock, "offset" | "zone" | "zoneName">;

const CLOCK = /(?<![\d.:])(?<hour>\d{1,2})[:.：](?<minute>\d\d)(?:[:.](?<second>\d\d)(?:\.\d+)?)?(?!\d)/;
const LETTERED =
  /(?<!\d)(?<hour>\d{1,2})\s?(?:h(?![a-z])|時|时|點|点|시)(?:\s?(?<minute>\d{1,2})(?!\d)\s?(?:min(?![a-z])|分|분)?)?/i;
const FOUR_DIGITS = /(?<![\d.:])(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d)(?=\s?(?:hrs|hours|h\b|Uhr|[A-Z]{2,5}\b))/;
const WHOLE_HOUR = /(?<![\d.:])(?<hour>\d{1,2})(?=\s?[ap]\.?\s?m\b)/i;
const LATIN_HALF = /^\s?([ap])\.?\s?m\b\.?/i;
const OFFSET = /\b(?:UTC|GMT)\s?[+−–-]\s?\d{1,2}(?::?\d\d)?(?!\w)|(?<![\w.])[+−-]\d\d:?\d\d(?!\d)/i;
/** "10:42 a.m. ET (1442 GMT)": the same moment in another zone. */
const SAME_MOMENT =
  /[(/]\s?(?<hour>\d{1,2})[:.h]?(?<minute>\d\d)\s?(?:(?<half>[ap])\.?m\.?\s?)?(?:GMT|UTC)(?![\s\w]*[+−-]\d)\s?\)?/i;
const CITY_TIME = /(?<![\p{L}.])(\p{Lu}[\p{L}.]{0,20}(?: \p{Lu}[\p{L}.]{0,20}){0,2}) (?:local )?time\b/iu;
/** Pages lose the space between two elements: "March 3, 20249:42 PM". */
const GLUED = /(?<!\d)((?:19|20)\d\d)(?=\d{1,2}:\d\d(?!\d)|\p{Lu}\p{Ll})/gu;
const OWN_FILLERS =
  /^(?:hrs|hours|h|at|local|time|le|el|il|day|the|as|o|clock|ore|hora|horas|heure|heures|uhr|on|года|год|г|час|t|z)$/;
const MAX_LENGTH = 200;

/**
 * Reads a text that is a time and nothing else but weekdays and words such as "at". Returns undefined if it says more,
 * cannot be read, has no time of day, or does not exist.
 */
export function readDateTime(text: string, order?: DateOrder): WallClock | undefined {
  const found = findTime(text, order);
  return found && !found.isDay && found.words === "" ? found.clock : undefined;
}

/** Finds the time in a line. Undefined if there is no date, or if a part of the time cannot be. */
export function findTime(text: string, order?: DateOrder): FoundTime | undefined {
  if (text.length > MAX_LENGTH || !/\p{Nd}/u.test(text)) return undefined;
  const line = withAsciiDigits(
    text
      .replace(/[\u200E\u200F\u061C]/g, "")
      .replace(/\s+/g, " ")
      .trim(),
  ).replace(GLUED, "$1 ");
  const dated = takeDate(line, order);
  if (!dated) return undefined;
  const same = SAME_MOMENT.exec(dated.rest);
  const withoutSame = same && /\d/.test(dated.rest.slice(0, same.index)) ? without(dated.rest, same) : dated.rest;
  const timed = takeTimeOfDay(withoutSame);
  if (timed === "none") return { clock: atMidnight(dated.date), isDay: true, words: wordsIn(dated.rest) };
  if (timed === undefined) return undefined;
  const zoned = takeZone(timed.rest);
  if (zoned === undefined) return undefined;
  const { hour, minute, second } = timed;
  const other = same && withoutSame !== dated.rest ? offsetFrom({ hour, minute }, same) : undefined;
  const zone: ZonePart = other === undefined ? zoned.zone : { offset: other };
  return { clock: { ...dated.date, hour, minute, second, ...zone }, isDay: false, words: wordsIn(zoned.rest) };
}

/** Returns "none" if the text has no time of day, and undefined if it has an impossible one. */
function takeTimeOfDay(text: string): TimeOfDay | "none" | undefined {
  const match = CLOCK.exec(text) ?? LETTERED.exec(text) ?? FOUR_DIGITS.exec(text) ?? WHOLE_HOUR.exec(text);
  if (!match?.groups) return "none";
  const before = text.slice(0, match.index);
  const behind = text.slice(match.index + match[0].length);
  const { half, rest } = takeHalf(before, behind);
  const hour = hourOf(Number(match.groups.hour), half);
  const [minute, second] = [Number(match.groups.minute ?? 0), Number(match.groups.second ?? 0)];
  return hour === undefined || minute > 59 || second > 59 ? undefined : { hour, minute, second, rest };
}

/** "pm" behind the time, or the words of other languages on either side of it: "오후 9:42", "9:42 م". */
function takeHalf(before: string, behind: string): { readonly half?: "am" | "pm"; readonly rest: string } {
  const latin = LATIN_HALF.exec(behind);
  if (latin)
    return { half: /a/i.test(latin[1] ?? "") ? "am" : "pm", rest: `${before} ${behind.slice(latin[0].length)}` };
  const next = /^\s?([\p{L}\p{M}][\p{L}\p{M}.]*)/u.exec(behind);
  const after = next && halfNamed(next[1] ?? "");
  // A word of the date's own language, not the "in" or "de" of another.
  if (next && after && !/^\p{Script=Latin}/u.test(next[1] ?? ""))
    return { half: after, rest: `${before} ${behind.slice(next[0].length)}` };
  const last = /(?<![\p{L}\p{M}])([\p{L}\p{M}]+)\s?$/u.exec(before);
  const early = last && halfNamed(last[1] ?? "");
  if (last && early && !/^\p{Script=Latin}/u.test(last[1] ?? ""))
    return { half: early, rest: `${before.slice(0, last.index)} ${behind}` };
  return { rest: `${before} ${behind}` };
}

/** The hour of a day of 24; noon is 12 pm, midnight 12 am. */
function hourOf(hour: number, half: "am" | "pm" | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined;
  if (hour > 12 && half === "pm" && hour <= 23) return undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === "pm" ? 12 : 0);
}

/** Returns undefined if there is no such offset. */
function takeZone(text: string): { readonly zone: ZonePart; readonly rest: string } | undefined {
  const offset = OFFSET.exec(text);
  if (offset) {
    const read = offsetOf(offset[0]);
    return read === undefined ? undefined : { zone: { offset: read }, rest: without(text, offset) };
  }
  for (const word of text.matchAll(/(?<![\p{L}\d])\p{Lu}{1,5}(?![\p{L}\d])/gu)) {
    const meaning = isMonthOrHalf(word[0]) ? undefined : zoneNamed(word[0]);
    if (meaning === undefined) continue;
    const rest = without(text, word);
    if ("zone" in meaning) return { zone: { zone: meaning.zone }, rest };
    const [only, ...others] = meaning.offsets;
    return others.length === 0 && only ? { zone: { offset: only }, rest } : { zone: { zoneName: word[0] }, rest };
  }
  const city = CITY_TIME.exec(text);
  const zone = city && zoneOfCity(city[1] ?? "");
  return city && zone ? { zone: { zone }, rest: without(text, city) } : { zone: {}, rest: text };
}

function isMonthOrHalf(word: string): boolean {
  return word === "AM" || word === "PM";
}

function offsetOf(text: string): string | undefined {
  const [, sign = "", hours = "", minutes = "00"] = /([+−–-])\s?(\d{1,2}):?(\d\d)?$/.exec(text) ?? [];
  if (Number(hours) > 14 || Number(minutes) > 59) return undefined;
  if (Number(hours) === 0 && Number(minutes) === 0) return "Z";
  return `${sign === "+" ? "+" : "-"}${hours.padStart(2, "0")}:${minutes}`;
}

/** The offset of a wall-clock time from the same moment in UTC; undefined if no zone is so far away. */
function offsetFrom(
  local: { readonly hour: number; readonly minute: number },
  same: RegExpExecArray,
): string | undefined {
  const { hour = "", minute = "", half } = same.groups ?? {};
  const utcHour = hourOf(Number(hour), half === undefined ? undefined : /a/i.test(half) ? "am" : "pm");
  if (utcHour === undefined || Number(minute) > 59) return undefined;
  const apart = local.hour * 60 + local.minute - utcHour * 60 - Number(minute);
  const minutes = apart > 14 * 60 ? apart - 24 * 60 : apart < -12 * 60 ? apart + 24 * 60 : apart;
  if (minutes % 15 !== 0) return undefined;
  if (minutes === 0) return "Z";
  const [hours, left] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}:${String(left).padStart(2, "0")}`;
}

function atMidnight(date: CalendarDate): WallClock {
  return { ...date, hour: 0, minute: 0, second: 0 };
}

function without(text: string, { 0: match, index }: RegExpExecArray | RegExpMatchArray): string {
  const start = index ?? 0;
  return `${text.slice(0, start)} ${text.slice(start + match.length)}`;
}

/** What is left of a line, without marks and the words that dates are written with. */
function wordsIn(rest: string): string {
  const words = rest.match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’.]*/gu) ?? [];
  return words.filter((word) => !OWN_FILLERS.test(foldWord(word)) && !isFiller(word)).join(" ");
}
