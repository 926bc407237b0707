import { Temporal } from "temporal-polyfill";
import { parseTimestamp, type Timestamp } from "../../model/timestamp.ts";
import type { WallClock } from "./date-time.ts";
import type { WireCopyFault } from "./fault.ts";

export type ResolvedTime =
  | { readonly ok: true; readonly timestamp: Timestamp }
  | { readonly ok: false; readonly reason: WireCopyFault };

/**
 * The moment that a wall-clock time was. One that gives its own offset keeps it; any other is read in `zone`, which is
 * never guessed: not from the machine, and not between the two moments a time may mean in the night when clocks change.
 *
 * @param found the time as the copy prints it, for messages
 * @param zone an IANA name or an offset
 */
export function resolveTime(clock: WallClock, found: string, zone: string | undefined): ResolvedTime {
  const { offset, ...wall } = clock;
  const local = Temporal.PlainDateTime.from(wall, { overflow: "reject" });
  if (offset !== undefined) return inForm(`${local.toString({ smallestUnit: "second" })}${offset}`);
  if (zone === undefined) return { ok: false, reason: { kind: "no zone", found } };
  if (!isZone(zone)) return { ok: false, reason: { kind: "unknown zone", zone } };
  const earlier = local.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = local.toZonedDateTime(zone, { disambiguation: "later" });
  if (earlier.equals(later)) return inForm(written(earlier));
  // A time that clocks skipped comes out moved; one that they repeated comes out as itself, twice.
  const kind = earlier.toPlainDateTime().equals(local) ? "repeated time" : "skipped time";
  return { ok: false, reason: { kind, found, zone, readings: [written(earlier), written(later)] } };
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

function inForm(text: string): ResolvedTime {
  const read = parseTimestamp(text);
  if ("timestamp" in read) return { ok: true, timestamp: read.timestamp };
  throw new Error(`Temporal wrote ${text}, which the model does not read: ${read.fault}`);
}
