import { midnightUtc } from "../../syntax/calendar.ts";
import { err, ok, type Result } from "../../syntax/result.ts";

/** A time on a wall clock: the Gregorian date and a time of a day of 24 hours. It names no zone. */
export type Clock = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
};

const DAY_MS = 86_400_000;

/**
 * Checks that a clock can show this time, and brings it into normal form: 24:00:00 is midnight of the next day (ISO
 * 8601), and a leap second is the second before it, since `Timestamp` has none. The error says what does not exist.
 */
export function realClock({ year, month, day, hour, minute, second }: Clock): Result<Clock, string> {
  if (year < 1) return err(`the year ${year} is none of our era`);
  if (year > 9999) return err(`the year ${year} is after 9999`);
  const midnight = midnightUtc({ year, month, day });
  if (midnight === undefined) return err(`there is no day ${day} of month ${month} in ${year}`);
  if (minute > 59 || second > 60) return err(`there is no time ${hour}:${two(minute)}:${two(second)}`);
  if (hour > 24 || (hour === 24 && minute + second > 0))
    return err(`there is no time ${hour}:${two(minute)}:${two(second)}`);
  if (hour === 24) {
    const next = new Date(midnight + DAY_MS);
    if (next.getUTCFullYear() > 9999) return err(`the year ${next.getUTCFullYear()} is after 9999`);
    return ok({ ...dateOf(next), hour: 0, minute, second });
  }
  return ok({ year, month, day, hour, minute, second: Math.min(second, 59) });
}

/** `YYYY-MM-DDThh:mm:ss`. */
export function clockText({ year, month, day, hour, minute, second }: Clock): string {
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
}

/** Milliseconds from the epoch to this time, if the clock shows UTC. */
export function clockMs(clock: Clock): number {
  return Date.parse(`${clockText(clock)}Z`);
}

/** The clock in UTC at an instant in milliseconds since the epoch. A fraction of a second is cut off. */
export function clockInUtc(instant: number): Clock {
  const date = new Date(instant);
  return {
    ...dateOf(date),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

function dateOf(date: Date): Pick<Clock, "year" | "month" | "day"> {
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The day of the week of a date: 0 is Sunday. */
export function weekdayOf({ year, month, day }: Pick<Clock, "year" | "month" | "day">): number {
  return new Date(midnightUtc({ year, month, day }) ?? Number.NaN).getUTCDay();
}

/** `Z` or `±hh:mm` for an offset in minutes. */
export function offsetText(minutes: number): string {
  if (minutes === 0) return "Z";
  const distance = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(distance / 60))}:${two(distance % 60)}`;
}

function two(part: number): string {
  return String(part).padStart(2, "0");
}
