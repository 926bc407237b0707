/** A wall-clock time, with its offset from UTC (`Z` or `±hh:mm`) where the text gives one. */
export type WallClock = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly offset?: string;
};

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";

/** Day and month in figures alone (`03/02/2021`) are left unread: half the world means the third of February by it. */
const DATES = [
  /(?<!\d)(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?!\d)(?:T(?=\d))?/i,
  new RegExp(`\\b${MONTH} ${DAY},? (?<year>\\d{4})\\b`, "i"),
  new RegExp(`\\b${DAY} ${MONTH},? (?<year>\\d{4})\\b`, "i"),
];
const TIME =
  /(?<!\d)(?<hour>\d{1,2})(?:[:.](?<minute>\d\d)(?::(?<second>\d\d)(?:\.\d+)?)?(?!\d) ?(?<half>[ap]\.?m\b\.?)?| ?(?<wholeHalf>[ap]\.?m\b\.?))/i;
const ZONE = /\b(?:UTC|GMT)(?: ?[+-]\d{1,2}(?::?\d\d)?)?(?!\w)|(?<![\w.])[+-]\d\d:?\d\d(?!\d)|(?<= )Z\b/i;
const NOISE = /\b(?:at|on|hrs|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b\.?|[,\s]/gi;

/**
 * Reads the ways in which English-language news pages print a time. Each part is taken out once, and nothing but
 * commas, weekdays and "at" may be left: a text that says more than a time is not a time. Returns undefined if the text
 * cannot be read or the time does not exist.
 */
export function readDateTime(text: string): WallClock | undefined {
  let rest = text.replace(/\s+/g, " ").trim();
  const take = (pattern: RegExp) => {
    const match = pattern.exec(rest);
    if (match) rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
    return match;
  };
  const date = DATES.reduce<RegExpExecArray | null>((found, pattern) => found ?? take(pattern), null)?.groups;
  const time = take(TIME)?.groups;
  // ISO 8601's "Z" stands right behind the time, which is a space now.
  const zone = take(ZONE)?.[0];
  if (!date || !time || rest.replace(NOISE, "") !== "") return undefined;
  const hour = hourOf(Number(time.hour), time.half ?? time.wholeHalf);
  if (hour === undefined) return undefined;
  const clock = {
    year: Number(date.year),
    month: monthOf(date.month ?? ""),
    day: Number(date.day),
    hour,
    minute: Number(time.minute ?? 0),
    second: Number(time.second ?? 0),
  };
  if (!exists(clock)) return undefined;
  if (zone === undefined) return clock;
  const offset = offsetOf(zone);
  return offset === undefined ? undefined : { ...clock, offset };
}

function monthOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;
}

/** The hour of a day of 24; noon is 12 pm, midnight 12 am. */
function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

function offsetOf(zone: string): string | undefined {
  const [, sign, hours = "", minutes = "00"] = /([+-])(\d{1,2}):?(\d\d)?$/.exec(zone) ?? [];
  if (sign === undefined) return "Z";
  if (Number(hours) > 14 || Number(minutes) > 59) return undefined;
  return `${sign}${hours.padStart(2, "0")}:${minutes}`;
}

function exists({ year, month, day, minute, second }: WallClock): boolean {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && minute <= 59 && second <= 59;
}
