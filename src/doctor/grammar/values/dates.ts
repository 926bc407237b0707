/** Dates as the formats write them. Whether a day exists is checked too. */
import { DAY_NAMES, fullYear, midnightUtc, monthNumber } from "../../../syntax/calendar.ts";
import { type Fault, fault, quote, type ValueType } from "../grammar-fault.ts";

type Clock = { readonly hour?: string; readonly minute?: string; readonly second?: string; readonly zone?: string };

function clockFault({ hour = "0", minute = "0", second = "0", zone = "Z" }: Clock): string | undefined {
  // RFC 3339 section 5.6 has a second 60 for leap seconds.
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return "names a time that does not exist";
  const [, hours, minutes] = /^[+-](\d\d):?(\d\d)$/.exec(zone) ?? [];
  return Number(hours ?? 0) > 23 || Number(minutes ?? 0) > 59 ? "names a zone that does not exist" : undefined;
}

function dayFault(year: string, month = "1", day = "1"): string | undefined {
  const exists = midnightUtc({ year: Number(year), month: Number(month), day: Number(day) }) !== undefined;
  return exists ? undefined : "names a day that does not exist";
}

const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** RFC 3339 as Atom has it (RFC 4287 section 3.3): the letters T and Z are upper case, and no part may be missing. */
export const rfc3339: ValueType = (value) => {
  const [, year = "", month, day, hour = "", minute = "", second = "", zone = ""] = RFC_3339.exec(value) ?? [];
  if (year === "") return fault("dates.notation", `${quote(value)} is not RFC 3339`);
  const wrong = dayFault(year, month, day) ?? clockFault({ hour, minute, second, zone });
  return wrong === undefined ? undefined : fault("dates.notation", `${quote(value)} ${wrong}`);
};

const W3CDTF = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$/;
const ISO_8601 = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

function partialDate(pattern: RegExp, name: string): ValueType {
  return (value) => {
    const [, year = "", month, day, hour = "0", minute = "0", second = "0", zone = "Z"] = pattern.exec(value) ?? [];
    if (year === "") return fault("dates.w3cdtf", `${quote(value)} is not ${name}`);
    const wrong = dayFault(year, month, day) ?? clockFault({ hour, minute, second, zone });
    return wrong === undefined ? undefined : fault("dates.w3cdtf", `${quote(value)} ${wrong}`);
  };
}

/** The six forms of W3C's note on dates and times: from a year to fractions of a second. */
export const w3cdtf = partialDate(W3CDTF, "a W3C date (2026-03-01T21:42:00+08:00)");

/** As W3CDTF, but the zone may be missing. */
export const iso8601 = partialDate(ISO_8601, "an ISO 8601 date");

export const isoDay: ValueType = (value, place) =>
  /^\d{4}-\d\d-\d\d$/.test(value)
    ? w3cdtf(value, place)
    : fault("dates.w3cdtf", `${quote(value)} is not a day (2026-03-01)`);

/** RFC 822 section 5 with its comments, white space, one-letter zones and years of two digits. In any case. */
const RFC_822 =
  /^(?:(mon|tue|wed|thu|fri|sat|sun) ?, ?)?(\d\d?) (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec) (\d{4}|\d\d) (\d\d):(\d\d)(?::(\d\d))? ([+-]?\d{4}|ut|gmt|[ecmp][sd]t|[a-ik-z])$/i;
const PLAIN = /^(?:[A-Z][a-z]{2}, )?\d\d? [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:[+-]\d{4}|UT|GMT|[ECMP][SD]T|Z)$/;

const MAX_DATE = 200;

/** The text without comments, and with one space for any white space (RFC 822 section 3.4). */
function unfolded(value: string): string {
  let rest = value.slice(0, MAX_DATE).replace(/\\(.)/g, "");
  for (;;) {
    const next = rest.replace(/\([^()]*\)/g, " ");
    if (next === rest) return rest.replace(/\s+/g, " ").trim();
    rest = next;
  }
}

export const rfc822: ValueType = (value) => {
  const wrong = rfc822Fault(value);
  if (wrong !== undefined) return fault("dates.notation", `${quote(value)} ${wrong}`);
  return PLAIN.test(value) ? undefined : fault("dates.plain", `${quote(value)} is RFC 822 in an unusual form`);
};

function rfc822Fault(value: string): string | undefined {
  const match = RFC_822.exec(unfolded(value));
  if (!match) return "is not RFC 822";
  const [, weekday, day = "", monthName = "", year = "", hour = "", minute = "", second = "0", zone = ""] = match;
  const whole = fullYear(year);
  const month = monthNumber(`${monthName.slice(0, 1).toUpperCase()}${monthName.slice(1).toLowerCase()}`) ?? 0;
  const midnight = midnightUtc({ year: whole, month, day: Number(day) });
  if (midnight === undefined) return "names a day that does not exist";
  const clock = clockFault({ hour, minute, second, zone });
  if (clock !== undefined) return clock;
  const real = DAY_NAMES[new Date(midnight).getUTCDay()] ?? "";
  // A year of two digits does not tell the century, and so not the day of the week.
  const isOther = weekday !== undefined && year.length === 4 && weekday.toLowerCase() !== real.toLowerCase();
  return isOther ? `was a ${real}` : undefined;
}

/** The instant of a date that passed its type, for comparing two of them. */
export function instantOfDate(value: string | undefined): number | undefined {
  const instant = value === undefined ? Number.NaN : Date.parse(value);
  return Number.isNaN(instant) ? undefined : instant;
}

/** An error rather than a hint about the form. */
export function isWrong(found: Fault | undefined): found is Fault {
  return found !== undefined && found.rule !== "dates.plain";
}
