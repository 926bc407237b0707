/** HTTP dates (RFC 9110 section 5.6.7). Instants are milliseconds since the epoch. */
import { fullYear, midnightUtc, monthNumber } from "./calendar.ts";

const DAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
const LONG_DAY = "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
const MONTH = "(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
const TIME = "(?<hour>[01]\\d|2[0-3]):(?<minute>[0-5]\\d):(?<second>[0-5]\\d|60)";

const IMF_FIXDATE = new RegExp(`^${DAY}, (?<day>\\d\\d) ${MONTH} (?<year>\\d{4}) ${TIME} GMT$`);
const RFC_850 = new RegExp(`^${LONG_DAY}, (?<day>\\d\\d)-${MONTH}-(?<year>\\d\\d) ${TIME} GMT$`);
const ASCTIME = new RegExp(`^${DAY} ${MONTH} (?<day>[ \\d]\\d) ${TIME} (?<year>\\d{4})$`);

/** IMF-fixdate, the one form that may be sent: `Sun, 06 Nov 1994 08:49:37 GMT`. Milliseconds are cut off. */
export function formatHttpDate(instant: number): string {
  return new Date(instant).toUTCString();
}

/**
 * Reads the three forms that a recipient must accept. The name of the weekday is not compared with the date. A year of
 * two digits from 50 is in the 20th century. Returns undefined if the text is in none of the forms, or names a day that
 * does not exist.
 */
export function parseHttpDate(text: string | null | undefined): number | undefined {
  return read(text, [IMF_FIXDATE, RFC_850, ASCTIME]);
}

/** Reads IMF-fixdate only. Returns undefined for the two obsolete forms, which a sender must not use. */
export function parseImfFixdate(text: string | null | undefined): number | undefined {
  return read(text, [IMF_FIXDATE]);
}

function read(text: string | null | undefined, forms: readonly RegExp[]): number | undefined {
  if (text === null || text === undefined) return undefined;
  const parts = forms.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  if (!parts) return undefined;
  const { year = "", month = "", day, hour, minute, second } = parts;
  const midnight = midnightUtc({ year: fullYear(year), month: monthNumber(month) ?? 0, day: Number(day) });
  if (midnight === undefined) return undefined;
  return midnight + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1_000;
}
