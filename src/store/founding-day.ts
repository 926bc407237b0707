import type { Publication } from "../model/publication.ts";
import { parseTimestamp, type Timestamp } from "../model/timestamp.ts";

/**
 * The `updated` of a feed without entries, which RFC 4287 section 4.1.1 requires: the date of the publication's
 * identity, midnight UTC.
 */
export function foundingDay({ identity }: Publication): Timestamp {
  const day = parseTimestamp(`${identity.date}T00:00:00Z`);
  if (!day.ok) throw new Error(`identity date is not a day: ${identity.date}`);
  return day.value;
}
