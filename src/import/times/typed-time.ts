import type { Timestamp } from "../../model/timestamp.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { DocumentTimes } from "./document-times.ts";
import type { WrittenZone } from "./zone.ts";

/** Reads a time that a person typed as an option. It needs a zone, by itself or from `--zone`. */
export function typedTime(written: string, zone: WrittenZone | undefined): Result<Timestamp, string> {
  const times = new DocumentTimes({ zone });
  const found = times.find(written, undefined);
  if (!found.ok) return found;
  const read = times.read(written, undefined);
  const hasZone = zone !== undefined || (read.ok && read.value.every((reading) => reading.zone !== undefined));
  return hasZone
    ? ok(found.value.time)
    : err(`it names no zone; expected ${found.value.time.slice(0, 19)}+02:00, or --zone ZONE as well`);
}
