import { parseTimestamp } from "../../model/timestamp.ts";
import type { WrittenDate } from "./feed-facts.ts";

/** A date as a lenient reader takes it. */
export function writtenDate(text: string | undefined, notation: WrittenDate["notation"]): WrittenDate | undefined {
  if (text === undefined || text.trim() === "") return undefined;
  const short = text.trim().slice(0, 100);
  const instant = Date.parse(short);
  return { text: short, notation, ...(!Number.isNaN(instant) && { instant }) };
}

const RFC_822 =
  /^(?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}|\d{2}) ([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d|60))? (?:UT|GMT|[ECMP][SD]T|Z|[+-]\d{4})$/;
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** What a strict reader holds against a date; nothing where it is as its notation wants it. */
export function dateFault({ text, notation }: WrittenDate): string | undefined {
  return notation === "RFC 822" ? rfc822Fault(text) : rfc3339Fault(text);
}

function rfc822Fault(text: string): string | undefined {
  const match = RFC_822.exec(text);
  if (!match) return `"${text}" is not RFC 822`;
  const [, weekday, day = "", month = "", year = ""] = match;
  if (year.length === 2) return `"${text}" has a year of two digits`;
  const date = new Date(`${day} ${month} ${year} 00:00:00 GMT`);
  if (date.getUTCDate() !== Number(day)) return `"${text}" names a day that does not exist`;
  const real = DAYS[date.getUTCDay()];
  return weekday !== undefined && weekday !== real ? `"${text}" was a ${real}` : undefined;
}

function rfc3339Fault(text: string): string | undefined {
  if (!RFC_3339.test(text)) return `"${text}" is not RFC 3339`;
  return parseTimestamp(text).ok ? undefined : `"${text}" names a time that does not exist`;
}
