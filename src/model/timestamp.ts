import { err, ok, type Result } from "../syntax/result.ts";

/**
 * A time as its author wrote it: RFC 3339 with the offset of the author's zone, which every form shows. The normal form
 * is `YYYY-MM-DDThh:mm:ss±hh:mm`, or `Z` for UTC. It has no fraction of a second, because RSS cannot express one.
 */
export type Timestamp = string & { readonly __brand: "Timestamp" };

const PATTERN = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?([Zz]|[+-]\d\d:\d\d)?$/;

/** Why a text is not a timestamp. The caller tells the author, with the place and an example. */
export type TimestampFault = "malformed" | "no zone" | "no such date";

/**
 * Reads RFC 3339 (section 5.6). The seconds may be missing. A fraction of a second is rounded up to the next second, so
 * that nothing shows before its time. With `"down"` it is cut off: only for a time that has passed.
 */
export function parseTimestamp(text: string, fractions: "up" | "down" = "up"): Result<Timestamp, TimestampFault> {
  const match = PATTERN.exec(text.trim());
  if (!match) return err("malformed");
  const [, year = "", month = "", day = "", hour = "", minute = "", second = "00", fraction = "", zone] = match;
  if (!isRealDate(Number(year), Number(month), Number(day))) return err("no such date");
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return err("no such date");
  if (zone === undefined) return err("no zone");
  const offset = normalOffset(zone);
  if (offset === undefined) return err("malformed");
  const clock = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const whole = fractions === "up" && /[1-9]/.test(fraction) ? nextSecond(clock) : clock;
  return whole === undefined ? err("no such date") : ok(`${whole}${offset}` as Timestamp);
}

/** The wall clock a second later. Undefined after the year 9999. */
function nextSecond(clock: string): string | undefined {
  const later = new Date(Date.parse(`${clock}Z`) + 1_000).toISOString();
  return later.startsWith("+") ? undefined : later.slice(0, 19);
}

function isRealDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function normalOffset(zone: string): string | undefined {
  if (zone === "Z" || zone === "z" || zone === "+00:00" || zone === "-00:00") return "Z";
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4));
  return hours <= 23 && minutes <= 59 ? zone : undefined;
}

/** The instant in milliseconds since the epoch. */
export function instantOf(timestamp: Timestamp): number {
  return Date.parse(timestamp);
}

/**
 * The timestamp of an instant, in UTC. A fraction of a second is cut off.
 *
 * @param instant milliseconds since the epoch
 */
export function timestampInUtc(instant: number): Timestamp {
  return `${new Date(instant).toISOString().slice(0, 19)}Z` as Timestamp;
}

/** The latest of the timestamps. If several name that instant, the first of them is returned. */
export function latest(first: Timestamp, ...others: readonly Timestamp[]): Timestamp {
  return others.reduce((best, next) => (instantOf(next) > instantOf(best) ? next : best), first);
}

/** The offset from UTC: `Z` or `±hh:mm`. */
export function offsetOf(timestamp: Timestamp): string {
  return timestamp.slice(19);
}
