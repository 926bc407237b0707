/**
 * Moments as the author wrote them: RFC 3339 with an offset, so that the zone of the newsroom survives into every form.
 * The normal form is `YYYY-MM-DDThh:mm:ss±hh:mm` (or `Z`), to the second, because RSS can say no less.
 */
export type Timestamp = string & { readonly __brand: "Timestamp" };

const PATTERN = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?([Zz]|[+-]\d\d:\d\d)?$/;

/** Why a text is no timestamp; the caller says it to the author with a place and an example. */
export type TimestampFault = "malformed" | "no zone" | "no such date";

/** Reads RFC 3339 (section 5.6) with seconds optional. A fraction of a second is cut off. */
export function parseTimestamp(text: string): { timestamp: Timestamp } | { fault: TimestampFault } {
  const match = PATTERN.exec(text.trim());
  if (!match) return { fault: "malformed" };
  const [, year = "", month = "", day = "", hour = "", minute = "", second = "00", zone] = match;
  if (!isRealDate(Number(year), Number(month), Number(day))) return { fault: "no such date" };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return { fault: "no such date" };
  if (zone === undefined) return { fault: "no zone" };
  const offset = normalOffset(zone);
  if (offset === undefined) return { fault: "malformed" };
  return { timestamp: `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}` as Timestamp };
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

/** Milliseconds since 1970-01-01T00:00:00Z. */
export function instantOf(timestamp: Timestamp): number {
  return Date.parse(timestamp);
}

/** The timestamp of an instant, in UTC. Milliseconds are cut off. */
export function timestampInUtc(instant: number): Timestamp {
  return `${new Date(instant).toISOString().slice(0, 19)}Z` as Timestamp;
}

/** The later of two timestamps; the first where both name the same instant. */
export function latest(first: Timestamp, ...others: readonly Timestamp[]): Timestamp {
  return others.reduce((best, next) => (instantOf(next) > instantOf(best) ? next : best), first);
}

/** `Z` or `±hh:mm`. */
export function offsetOf(timestamp: Timestamp): string {
  return timestamp.slice(19);
}
