/**
 * Dates of RFC 822 section 5, as RSS 2.0 writes them (with a year of four digits). The other side is always the normal
 * form of RFC 3339, `YYYY-MM-DDThh:mm:ss` and then `Z` or `±hh:mm`, so that the zone survives.
 */
import { DAY_NAMES, MONTH_NAMES, midnightUtc, monthNumber } from "./calendar.ts";
import { err, ok, type Result } from "./result.ts";

/** `2021-02-03T21:42:00+08:00` becomes `Wed, 03 Feb 2021 21:42:00 +0800`: the wall clock and the zone stay. */
export function formatRfc822(rfc3339: string): string {
  const wallClock = new Date(`${rfc3339.slice(0, 19)}Z`);
  const offset = rfc3339.slice(19);
  const zone = offset === "Z" ? "+0000" : offset.replace(":", "");
  const weekday = DAY_NAMES[wallClock.getUTCDay()];
  const month = MONTH_NAMES[wallClock.getUTCMonth()];
  return `${weekday}, ${rfc3339.slice(8, 10)} ${month} ${rfc3339.slice(0, 4)} ${rfc3339.slice(11, 19)} ${zone}`;
}

/** `weekday` is the day that the date really was, if the text names another one. */
export type Rfc822Fault =
  | { readonly kind: "malformed" }
  | { readonly kind: "two-digit year" }
  | { readonly kind: "no such day" }
  | { readonly kind: "wrong weekday"; readonly weekday: string };

const STRICT =
  /^(?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}|\d{2}) ([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d|60))? (UT|GMT|[ECMP][SD]T|Z|[+-]\d{4})$/;

/**
 * Strict: RFC 822 with the year of four digits that the RSS Best Practices Profile asks for. Second 60 is read as 59.
 */
export function parseRfc822(text: string): Result<string, Rfc822Fault> {
  const match = STRICT.exec(text);
  if (!match) return err({ kind: "malformed" });
  const [, weekday, day = "", month = "", year = "", hour = "", minute = "", second, zone] = match;
  if (year.length === 2) return err({ kind: "two-digit year" });
  const midnight = midnightUtc({ year: Number(year), month: monthNumber(month) ?? 0, day: Number(day) });
  if (midnight === undefined) return err({ kind: "no such day" });
  const real = DAY_NAMES[new Date(midnight).getUTCDay()] ?? "";
  if (weekday !== undefined && weekday !== real) return err({ kind: "wrong weekday", weekday: real });
  const read = normalForm({ year: Number(year), month, day, hour, minute, second, zone });
  return read === undefined ? err({ kind: "malformed" }) : ok(read);
}

/** RFC 822 section 5.1. */
const ZONES: Readonly<Record<string, string>> = {
  EST: "-05:00",
  EDT: "-04:00",
  CST: "-06:00",
  CDT: "-05:00",
  MST: "-07:00",
  MDT: "-06:00",
  PST: "-08:00",
  PDT: "-07:00",
};

/** `Z` or `±hh:mm` for a zone of RFC 822: `GMT`, `EST`, `+0200`. */
function offsetOfZone(zone: string | undefined): string {
  const [, hours, minutes] = /^([+-]\d\d)(\d\d)$/.exec(zone ?? "") ?? [];
  if (hours === undefined) return ZONES[zone ?? ""] ?? "Z";
  return hours.slice(1) === "00" && minutes === "00" ? "Z" : `${hours}:${minutes}`;
}

type Parts = {
  readonly year: number;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string | undefined;
  readonly zone: string | undefined;
};

function normalForm({ year, month: name, day, hour, minute, second = "0", zone }: Parts): string | undefined {
  const month = monthNumber(name) ?? 0;
  if (midnightUtc({ year, month, day: Number(day) }) === undefined) return undefined;
  // RFC 3339 allows 60 at a leap second only, and our normal form not at all.
  const wholeSecond = second === "60" ? "59" : second;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(wholeSecond) > 59) return undefined;
  const offset = offsetOfZone(zone);
  if (offset !== "Z" && (Number(offset.slice(1, 3)) > 23 || Number(offset.slice(4)) > 59)) return undefined;
  const two = (part: string | number) => String(part).padStart(2, "0");
  const date = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
  return `${date}T${two(hour)}:${two(minute)}:${two(wholeSecond)}${offset}`;
}
