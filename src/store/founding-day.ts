import type { Publication } from "../model/publication.ts";
import { parseTimestamp, type Timestamp } from "../model/timestamp.ts";

/** RFC 4287 wants an `updated` even of a feed without entries: the day the publication's identity was fixed. */
export function foundingDay({ identity }: Publication): Timestamp {
  const day = parseTimestamp(`${identity.date}T00:00:00Z`);
  if ("fault" in day) throw new Error(`identity date is not a day: ${identity.date}`);
  return day.timestamp;
}
