import { DocumentTimes } from "./document-times.ts";
import { type EntryTimes, entryTimes } from "./entry-times.ts";

/** The members of a Ghost post that hold times. */
export type GhostDates = {
  readonly published_at?: unknown;
  readonly updated_at?: unknown;
  readonly created_at?: unknown;
};

/** Ghost stores all times in UTC. Exports from MySQL write them without a zone, and older ones as milliseconds. */
const GHOST = new DocumentTimes({ zone: { kind: "offset", minutes: 0 }, language: "en" });

/** Reads the times of a Ghost post. One that was never published gets the time of its last change, with a note. */
export function ghostTimes(post: GhostDates, status: string): EntryTimes {
  const place = (name: keyof GhostDates) => ({ name, written: neverAsNull(post[name]) });
  const read = entryTimes({ published: [place("published_at")], updated: [place("updated_at")] }, GHOST, "en");
  if (read.published || read.faults.length > 0) return read;
  const created = entryTimes({ published: [place("created_at")], updated: [] }, GHOST, "en");
  const [time, name] = read.updated ? [read.updated, "updated_at"] : [created.published, "created_at"];
  if (!time) return { ...read, faults: created.faults };
  const message = `a ${status === "draft" ? "draft" : "post"} without a time of publication got another time of its own`;
  const notes = [...read.notes, { kind: "guessed" as const, message, found: `${name} "${time}"` }];
  return { ...read, published: time, notes };
}

/** MySQL has zeros for a time that was never set. */
function neverAsNull(written: unknown): unknown {
  return typeof written === "string" && /^0000-00-00/.test(written) ? null : written;
}
