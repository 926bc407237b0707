import { parseTimestamp, type Timestamp } from "../../model/timestamp.ts";
import { offsetOfZone, readRfc822 } from "../../syntax/rfc822-date.ts";

const DATE_FIRST =
  /^(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?(?:[T\s]+(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?$/i;

/**
 * Reads a time as feeds write it: RFC 822 and its relatives, RFC 3339, W3C-DTF. The result keeps the zone. Missing
 * parts get their smallest value; a missing or unknown zone is read as UTC. Returns undefined if the text is not a
 * time.
 */
export function writtenTime(text: string | undefined): Timestamp | undefined {
  const written = text?.trim() ?? "";
  const match = DATE_FIRST.exec(written);
  if (!match) return timestampOf(readRfc822(written));
  const [, year, month = "1", day = "1", hour, minute, second, zone] = match;
  const two = (part = "0") => part.padStart(2, "0");
  // RFC 3339 allows a leap second, and `Timestamp` does not.
  const seconds = second === "60" ? "59" : two(second);
  return timestampOf(`${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${seconds}${offsetOfZone(zone)}`);
}

function timestampOf(text: string | undefined): Timestamp | undefined {
  const read = parseTimestamp(text ?? "");
  return read.ok ? read.value : undefined;
}

/**
 * Derives the zone from the same time on a local clock and in UTC: `2024-03-03 21:42:00` and `2024-03-03 13:42:00` are
 * +08:00.
 */
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
