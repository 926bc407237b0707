import type { Timestamp } from "../../model/timestamp.ts";
import type { ImportNote } from "../feeds/import-note.ts";
import { type Clock, clockInUtc, clockMs, realClock } from "./clock.ts";
import { type DocumentTimes, withOffset } from "./document-times.ts";
import { type EntryTimes, importNotes, quoted, type WrittenTime } from "./entry-times.ts";
import { RIGHT_TIME } from "./read-time.ts";
import { repaired, type TimeNote } from "./time-note.ts";
import { offsetAt } from "./zone.ts";
import { pairOffset } from "./zone-pairs.ts";

/** A time of a post on the site's clocks, and the same time in UTC. */
export type ClockPair = { readonly local: WrittenTime; readonly utc: WrittenTime };

/** The times of a post in a WordPress export. `inFeed` is its `pubDate`, which WordPress makes from the UTC time. */
export type PostTimes = {
  readonly posted: ClockPair;
  readonly modified: ClockPair;
  readonly inFeed: WrittenTime;
  /** A draft has no time of publication, and may take another one. */
  readonly isDraft: boolean;
};

/** Learns the site's zone from the pairs of a post or an attachment, in the first pass. */
export function learnPost({ posted, modified, inFeed }: PostTimes, document: DocumentTimes): void {
  const universal = clockOf(posted.utc, document);
  const local = clockOf(posted.local, document);
  learnPair(local, universal, document);
  learnPair(clockOf(modified.local, document), clockOf(modified.utc, document), document);
  // Nearly always, the feed's time is the UTC time in another form, which teaches nothing and takes long to read.
  if (universal.kind === "clock" && inFeed.written === phpFeedTime(universal.instant)) return;
  learnPair(local, clockOf(inFeed, document), document);
}

function learnPair(local: ReadClock, utc: ReadClock, document: DocumentTimes): void {
  if (local.kind === "clock" && utc.kind === "clock") document.pairs.learn(clockMs(local.clock), utc.instant);
}

/** A time as PHP writes it into a feed: `Wed, 02 Oct 2019 15:00:00 +0000`. */
function phpFeedTime(instant: number): string {
  return new Date(instant).toUTCString().replace("GMT", "+0000");
}

/**
 * Reads the times of a post. WordPress writes zeros for a time that was never set, and no zone: UTC times say so by
 * their name, and the site's zone follows from the pairs, or from `--zone`.
 */
export function postTimes({ posted, modified, inFeed, isDraft }: PostTimes, document: DocumentTimes): EntryTimes {
  const faults: string[] = [];
  const notes: ImportNote[] = [];
  const read = (pair: ClockPair): Timestamp | undefined => {
    const found = timeOfPair(pair, document);
    if (found === undefined) return undefined;
    if ("fault" in found) faults.push(found.fault);
    else notes.push(...importNotes(found.notes, found.place));
    return "fault" in found ? undefined : found.time;
  };
  const updated = read(modified);
  const published = read({ local: posted.local, utc: utcOf(posted, inFeed, document) });
  if (published) return { published, ...(updated && { updated }), faults, notes };
  if (faults.length > 0) return { faults, notes };
  if (updated) {
    const what = isDraft ? "a draft without a time of its own" : "a post without a time of publication";
    const note: ImportNote = {
      kind: "guessed",
      message: `${what} got the time of its last change`,
      found: quoted(modified.local),
    };
    return { published: updated, updated, faults, notes: [...notes, note] };
  }
  return { faults, notes };
}

type PairTime =
  | { readonly time: Timestamp; readonly notes: readonly TimeNote[]; readonly place: WrittenTime }
  | { readonly fault: string };

function timeOfPair({ local, utc }: ClockPair, document: DocumentTimes): PairTime | undefined {
  const [here, there] = [clockOf(local, document), clockOf(utc, document)];
  if (here.kind === "fault") return here;
  if (there.kind === "fault") return there;
  if (here.kind === "none" && there.kind === "none") return undefined;
  if (there.kind === "clock" && here.kind === "none") return inUtc(there.instant, utc);
  if (here.kind === "none") return undefined;
  const inForm = (minutes: number, notes: readonly TimeNote[]): PairTime => {
    const found = withOffset(here.clock, minutes, notes);
    return found.ok
      ? { time: found.value.time, notes: [...here.notes, ...found.value.notes], place: local }
      : { fault: `${quoted(local)}: ${found.error}` };
  };
  // Somebody changed the export: this time says its zone itself.
  if (here.minutes !== undefined) return inForm(here.minutes, []);
  if (there.kind === "clock") {
    const minutes = pairOffset(clockMs(here.clock), there.instant);
    if (minutes !== undefined) return inForm(minutes, []);
    const found = inUtc(there.instant, utc);
    const note = repaired("the local time and the UTC time of a post do not belong together: the UTC time counts");
    return "fault" in found ? found : { ...found, notes: [...found.notes, note] };
  }
  const { zone } = document.setting;
  const derived = document.pairs.offsetAt(clockMs(here.clock), zone);
  if (derived) return inForm(derived.minutes, derived.notes);
  const given = zone && offsetAt(zone, here.clock, undefined);
  if (given?.ok) return inForm(given.value.minutes, given.value.notes);
  const why = given ? given.error : "it names no zone, and no post of the export gives one";
  const wanted = given
    ? `expected a time such as ${RIGHT_TIME}`
    : "--zone ZONE says which, such as --zone Europe/Berlin";
  return { fault: `${quoted(local)}: ${why}; ${wanted}` };
}

/** A time in UTC whose time on the site's clocks is not known. */
function inUtc(instant: number, place: WrittenTime): PairTime {
  const found = withOffset(clockInUtc(instant), 0, []);
  return found.ok ? { time: found.value.time, notes: [], place } : { fault: `${quoted(place)}: ${found.error}` };
}

/**
 * The UTC time of a post. An export that was worked over may have kept only the time in the feed. It counts if it
 * belongs to the local time, since PHP writes 1970 for a time that was never set.
 */
function utcOf({ local, utc }: ClockPair, inFeed: WrittenTime, document: DocumentTimes): WrittenTime {
  if (clockOf(utc, document).kind !== "none") return utc;
  const [here, there] = [clockOf(local, document), clockOf(inFeed, document)];
  if (here.kind === "none") return inFeed;
  const isPair =
    here.kind === "clock" && there.kind === "clock" && pairOffset(clockMs(here.clock), there.instant) !== undefined;
  return isPair ? inFeed : utc;
}

type ReadClock =
  | { readonly kind: "none" }
  | { readonly kind: "fault"; readonly fault: string }
  | {
      readonly kind: "clock";
      readonly clock: Clock;
      /** The offset that the text names. */
      readonly minutes: number | undefined;
      /** Milliseconds since the epoch, if a text without a zone is in UTC. */
      readonly instant: number;
      readonly notes: readonly TimeNote[];
    };

function clockOf(place: WrittenTime, document: DocumentTimes): ReadClock {
  const { written } = place;
  if (typeof written !== "string" || isNever(written)) return { kind: "none" };
  const plain = plainClock(written);
  if (plain?.ok)
    return { kind: "clock", clock: plain.value, minutes: undefined, instant: clockMs(plain.value), notes: [] };
  const read = document.read(written, "en");
  if (!read.ok)
    return { kind: "fault", fault: `${quoted(place)}: ${read.error}; expected a time such as 2019-10-02 15:00:00` };
  const [reading, another] = read.value;
  if (!reading || another)
    return { kind: "fault", fault: `${quoted(place)}: day and month may be exchanged; expected YYYY-MM-DD` };
  const offset = reading.zone && offsetAt(reading.zone, reading.clock, undefined);
  if (offset && !offset.ok) return { kind: "fault", fault: `${quoted(place)}: ${offset.error}` };
  const minutes = offset?.value.minutes;
  return {
    kind: "clock",
    clock: reading.clock,
    minutes,
    instant: clockMs(reading.clock) - (minutes ?? 0) * 60_000,
    notes: reading.notes,
  };
}

/** Nearly all times of an export are in this form, and an export has many. */
function plainClock(written: string) {
  const match = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(written.trim());
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second] = match.map(Number);
  return realClock({
    year: year ?? 0,
    month: month ?? 0,
    day: day ?? 0,
    hour: hour ?? 0,
    minute: minute ?? 0,
    second: second ?? 0,
  });
}

/**
 * Whether a text stands for "never": zeros, as databases have them, and the day before the year 1 or the beginning of
 * 1970, which PHP makes of zeros.
 */
function isNever(written: string): boolean {
  const text = written.trim();
  return /^[0:\sT-]*Z?$|^-0001-11-30|^(?:\w{3}, )?30 Nov -?0*1\b|^(?:\w{3}, )?0?1 Jan 1970 00:00:00\b/.test(text);
}
