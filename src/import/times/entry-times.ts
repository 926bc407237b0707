import type { Timestamp } from "../../model/timestamp.ts";
import { err, type Result } from "../../syntax/result.ts";
import type { ImportNote } from "../feeds/import-note.ts";
import type { DocumentTimes, FoundTime, Neighbours } from "./document-times.ts";
import type { TimeNote } from "./time-note.ts";

/** A time as an entry has it: the name of its element or member, and what stands there. */
export type WrittenTime = { readonly name: string; readonly written: unknown };

/** The times of an entry. `faults` quote what cannot be read, and `notes` what was guessed. */
export type EntryTimes = {
  readonly published?: Timestamp;
  readonly updated?: Timestamp;
  readonly faults: readonly string[];
  readonly notes: readonly ImportNote[];
};

/**
 * The places of a time, in the order in which they count. The first that is there is read, and no other replaces it.
 */
export type TimePlaces = { readonly published: readonly WrittenTime[]; readonly updated: readonly WrittenTime[] };

/** Reads the times of an entry. A time that is absent stays undefined; a time that cannot be read is a fault. */
export function entryTimes(places: TimePlaces, document: DocumentTimes, language: string | undefined): EntryTimes {
  const published = places.published.find(isThere);
  const updated = places.updated.find(isThere);
  const all = [...places.published, ...places.updated].filter(isThere);
  const faults: string[] = [];
  const notes: ImportNote[] = [];
  const read = (place: WrittenTime | undefined) => {
    if (!place) return undefined;
    const others = all.filter((each) => each !== place);
    const found = readPlace(place, document, language, neighboursOf(others, document, language));
    if (!found.ok) faults.push(found.error);
    else notes.push(...importNotes(found.value.notes, place));
    return found.ok ? found.value.time : undefined;
  };
  const [first, last] = [read(published), read(updated)];
  return { ...(first && { published: first }), ...(last && { updated: last }), faults, notes };
}

/** Lets a document learn from the times of an entry, in the first pass. */
export function learnTimes(places: TimePlaces, document: DocumentTimes, language: string | undefined): void {
  for (const { written } of [...places.published, ...places.updated])
    if (typeof written === "string" || typeof written === "number") document.learn(written, language);
}

/** Reads one time. The error names the element and quotes it. */
export function readPlace(
  place: WrittenTime,
  document: DocumentTimes,
  language: string | undefined,
  neighbours?: Neighbours,
): Result<FoundTime, string> {
  const { written } = place;
  if (typeof written !== "string" && typeof written !== "number")
    return err(`${quoted(place)}: it is no text and no number`);
  const found = document.find(written, language, neighbours);
  return found.ok ? found : err(`${quoted(place)}: ${found.error}`);
}

function neighboursOf(
  places: readonly WrittenTime[],
  document: DocumentTimes,
  language: string | undefined,
): Neighbours {
  const readings = places.flatMap(({ written }) => {
    const read = typeof written === "string" ? document.read(written, language) : undefined;
    const [only, ...others] = read?.ok ? read.value : [];
    return only && others.length === 0 ? [only] : [];
  });
  return {
    clocks: readings.map(({ clock }) => clock),
    offsets: readings.flatMap((reading) => document.writtenOffset(reading, language) ?? []),
  };
}

/** The notes of one time for the report. */
export function importNotes(notes: readonly TimeNote[], place: WrittenTime): readonly ImportNote[] {
  return notes.map((note) => ({ ...note, found: quoted(place) }));
}

/** JSON has null and an empty text for a time that is not there. */
function isThere({ written }: WrittenTime): boolean {
  return written !== undefined && written !== null && !(typeof written === "string" && written.trim() === "");
}

/** The characters of a time that a message quotes. */
const MAX_QUOTED = 100;

export function quoted({ name, written }: WrittenTime): string {
  const text = typeof written === "string" ? written : (JSON.stringify(written) ?? "");
  const short = text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED).toWellFormed()}…` : text;
  return `${name} "${short.replace(/\s/g, " ")}"`;
}
