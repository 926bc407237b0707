/** The names of days and months that RFC 822 and RFC 9110 share, and the check that a date exists. */

export const DAY_NAMES = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;

export const MONTH_NAMES = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
] as const;

/**
 * The number of a month from 1. Returns undefined if the first three letters are not those of a month; case is ignored.
 */
export function monthNumber(name: string): number | undefined {
  const start = name.slice(0, 3).toLowerCase();
  const index = MONTH_NAMES.findIndex((each) => each.toLowerCase() === start);
  return index === -1 ? undefined : index + 1;
}

export type CalendarDate = { readonly year: number; readonly month: number; readonly day: number };

/** Milliseconds since the epoch of the date's midnight in UTC. Returns undefined if the date does not exist. */
export function midnightUtc({ year, month, day }: CalendarDate): number | undefined {
  const date = new Date(0);
  // Date.UTC() would read the years 0 to 99 as 1900 to 1999.
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.getTime() : undefined;
}

/** RFC 2822 section 4.3 for a year of two digits: 00 to 49 is 2000 to 2049, 50 to 99 is 1950 to 1999. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length !== 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}
