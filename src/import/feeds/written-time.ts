import { parseTimestamp, type Timestamp } from "../../model/timestamp.ts";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** RFC 822 section 5.1, and what mail and feeds have used since. */
const ZONES: Readonly<Record<string, string>> = {
  EST: "-05:00",
  EDT: "-04:00",
  CST: "-06:00",
  CDT: "-05:00",
  MST: "-07:00",
  MDT: "-06:00",
  PST: "-08:00",
  PDT: "-07:00",
  CET: "+01:00",
  CEST: "+02:00",
  BST: "+01:00",
};

const DATE_FIRST =
  /^(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?(?:[T\s]+(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?$/i;
const DAY_FIRST =
  /^(?:[a-z]+,?\s+)?(\d\d?)[\s-]+([a-z]{3})[a-z]*\.?[\s-]+(\d{4}|\d\d)(?:[,\s]+(\d\d?):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?(?:\s+([a-z]+|[+-]\d\d:?\d\d)(?:\s*\(.*\))?)?$/i;

/**
 * A time as feeds write it (RFC 822 and its relatives, RFC 3339, W3C-DTF), with the zone it was written in. What is left out is taken as the
 * least it can be, and a zone that is left out or not known as UTC.
 */
export function writtenTime(text: string | undefined): Timestamp | undefined {
  const written = text?.trim() ?? "";
  const first = DATE_FIRST.exec(written);
  if (first) {
    const [, year, month = "1", day = "1", hour, minute, second, zone] = first;
    return timeOf(year, month, day, [hour, minute, second], zone);
  }
  const [, day, name = "", year = "", hour, minute, second, zone] = DAY_FIRST.exec(written) ?? [];
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  if (day === undefined || month === 0) return undefined;
  return timeOf(fourDigits(year), String(month), day, [hour, minute, second], zone);
}

/** RFC 2822 section 4.3. */
function fourDigits(year: string): string {
  if (year.length === 4) return year;
  return String(Number(year) + (Number(year) < 50 ? 2000 : 1900));
}

function timeOf(
  year: string | undefined,
  month: string,
  day: string,
  clock: readonly (string | undefined)[],
  zone: string | undefined,
): Timestamp | undefined {
  const two = (part: string | undefined) => (part ?? "0").padStart(2, "0");
  const [hour, minute, second] = clock.map(two);
  const seconds = second === "60" ? "59" : second;
  const read = parseTimestamp(`${year}-${two(month)}-${two(day)}T${hour}:${minute}:${seconds}${offsetIn(zone)}`);
  return "timestamp" in read ? read.timestamp : undefined;
}

function offsetIn(zone = "Z"): string {
  const [, hours, minutes] = /^([+-]\d\d):?(\d\d)$/.exec(zone) ?? [];
  return hours === undefined ? (ZONES[zone.toUpperCase()] ?? "Z") : `${hours}:${minutes}`;
}

/** A wall clock's time beside the same time in UTC tells the zone: `2024-03-03 21:42:00` and `2024-03-03 13:42:00` are +08:00. */
export function timeOfClocks(local: string | undefined, utc: string | undefined): Timestamp | undefined {
  const [here, there] = [writtenTime(local), writtenTime(utc)];
  if (!here || !there) return there ?? here;
  const minutes = Math.round((Date.parse(here) - Date.parse(there)) / 60_000);
  if (minutes === 0 || Math.abs(minutes) > 14 * 60) return there;
  const part = (value: number) => String(value).padStart(2, "0");
  const distance = Math.abs(minutes);
  const offset = `${minutes < 0 ? "-" : "+"}${part(Math.floor(distance / 60))}:${part(distance % 60)}`;
  return writtenTime(here.slice(0, 19) + offset);
}
