import { Temporal } from "temporal-polyfill";
import { parseTimestamp, type Timestamp } from "../../model/timestamp.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import type { WallClock } from "./date-time.ts";
import type { WireCopyFault } from "./fault.ts";
import { offsetIn, zoneNamed } from "./language/zone-names.ts";

/**
 * Resolves a wall-clock time. A time with an offset keeps it; any other time is read in `zone`. The zone is never
 * guessed from the machine, and neither is one of the two instants that a time may mean in the night when clocks
 * change.
 *
 * @param found the time as the copy prints it, for messages
 * @param zone an IANA name or an offset
 */
export function resolveTime(
  clock: WallClock,
  found: string,
  zone: string | undefined,
): Result<Timestamp, WireCopyFault> {
  const { offset, zone: own, zoneName, ...wall } = clock;
  const local = Temporal.PlainDateTime.from(wall, { overflow: "reject" });
  if (offset !== undefined) return inForm(`${local.toString({ smallestUnit: "second" })}${offset}`);
  if (own !== undefined) return resolveIn(local, found, own);
  if (zone === undefined && zoneName === undefined) return err({ kind: "no zone", found });
  if (zone !== undefined && !isZone(zone)) return err({ kind: "unknown zone", zone });
  if (zoneName !== undefined) return resolveNamed(local, found, zoneName, zone);
  return resolveIn(local, found, zone ?? "");
}

/** An abbreviation in use for several zones means the newsroom's, if that is one of them. */
function resolveNamed(
  local: Temporal.PlainDateTime,
  found: string,
  name: string,
  zone: string | undefined,
): Result<Timestamp, WireCopyFault> {
  const meaning = zoneNamed(name);
  const offsets = meaning && "offsets" in meaning ? meaning.offsets : [];
  const offset = zone === undefined ? undefined : offsetIn(name, zone);
  if (offset === undefined) return err({ kind: "ambiguous zone", found, name, offsets });
  return inForm(`${local.toString({ smallestUnit: "second" })}${offset}`);
}

function resolveIn(local: Temporal.PlainDateTime, found: string, zone: string): Result<Timestamp, WireCopyFault> {
  const earlier = local.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = local.toZonedDateTime(zone, { disambiguation: "later" });
  if (earlier.equals(later)) return inForm(written(earlier));
  // A time that the clocks skipped changes in the conversion. A time that they repeated does not.
  const kind = earlier.toPlainDateTime().equals(local) ? "repeated time" : "skipped time";
  return err({ kind, found, zone, readings: [written(earlier), written(later)] });
}

export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

function written(time: Temporal.ZonedDateTime): string {
  return time.toString({ timeZoneName: "never", smallestUnit: "second" });
}

function inForm(text: string): Result<Timestamp, WireCopyFault> {
  const read = parseTimestamp(text);
  if (read.ok) return ok(read.value);
  throw new Error(`Temporal wrote ${text}, which the model does not read: ${read.error}`);
}
