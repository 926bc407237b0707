import { parseTimestamp, type Timestamp } from "../../model/timestamp.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { type Clock, clockMs, clockText, offsetText } from "./clock.ts";
import { RIGHT_TIME, readTime } from "./read-time.ts";
import { guessed, type TimeNote } from "./time-note.ts";
import type { DayOrder, TimeReading } from "./time-reading.ts";
import { offsetAt, type WrittenZone } from "./zone.ts";
import { ZonePairs } from "./zone-pairs.ts";

/** What the importer says about times without a zone, and about names without a language. */
export type TimesSetting = {
  /** The zone of `--zone`. */
  readonly zone?: WrittenZone | undefined;
  /** The tag of the publication's language, for documents that name none. */
  readonly language?: string | undefined;
};

/** A time that was read, and what was guessed on the way. */
export type FoundTime = { readonly time: Timestamp; readonly notes: readonly TimeNote[] };

/** What the other times of an entry say about one of them. */
export type Neighbours = { readonly clocks: readonly Clock[]; readonly offsets: readonly number[] };

const NO_NEIGHBOURS: Neighbours = { clocks: [], offsets: [] };
const DAY_MS = 86_400_000;
/** More different offsets than this agree on nothing. */
const MAX_OFFSETS = 8;

/**
 * The times of one document. A first pass collects what its unambiguous times say; then each time is read with that.
 * The memory does not grow with the document.
 */
export class DocumentTimes {
  readonly setting: TimesSetting;
  readonly pairs = new ZonePairs();
  readonly #orders = new Map<string, Set<DayOrder>>();
  readonly #offsets = new Set<number>();

  constructor(setting: TimesSetting = {}) {
    this.setting = setting;
  }

  /** Learns from a time in the first pass. Ignores what cannot be read. */
  learn(written: string | number, language: string | undefined): void {
    const read = this.read(written, language);
    const [reading, another] = read.ok ? read.value : [];
    if (!reading || another) return;
    const { order } = reading;
    const isDoubtful = reading.notes.some(({ kind }) => kind === "repaired");
    if (order && !isDoubtful) this.#orders.set(order.mark, (this.#orders.get(order.mark) ?? new Set()).add(order.kind));
    const minutes = this.writtenOffset(reading, language);
    if (minutes !== undefined && this.#offsets.size < MAX_OFFSETS) this.#offsets.add(minutes);
  }

  /** The possible meanings of a time. The error says why it is none. */
  read(written: string | number, language: string | undefined): Result<readonly TimeReading[], string> {
    return readTime(written, language ?? this.setting.language);
  }

  /** The offset in minutes that the time itself says. Counts of seconds since the epoch say nothing about a zone. */
  writtenOffset({ zone, clock, isCount }: TimeReading, language: string | undefined): number | undefined {
    if (!zone || isCount) return undefined;
    const found = offsetAt(zone, clock, language ?? this.setting.language);
    return found.ok ? found.value.minutes : undefined;
  }

  /**
   * Reads a time. Order and zone come from the text, then from the entry's other times, then from the document's. The
   * error says what is wrong and what would be right.
   */
  find(
    written: string | number,
    language: string | undefined,
    neighbours: Neighbours = NO_NEIGHBOURS,
  ): Result<FoundTime, string> {
    const read = this.read(written, language);
    if (!read.ok) return err(`${read.error}; expected a time such as ${RIGHT_TIME}`);
    const settled = this.#settle(read.value, neighbours.clocks);
    if (!settled.ok) return settled;
    const { reading, notes } = settled.value;
    const offset = this.#offsetOf(reading, language, neighbours.offsets);
    if (!offset.ok) return offset;
    return withOffset(reading.clock, offset.value.minutes, [...reading.notes, ...notes, ...offset.value.notes]);
  }

  #settle(
    readings: readonly TimeReading[],
    clocks: readonly Clock[],
  ): Result<{ readonly reading: TimeReading; readonly notes: readonly TimeNote[] }, string> {
    const [first, ...others] = readings;
    if (first && others.length === 0) return ok({ reading: first, notes: [] });
    const near = readings.filter(({ clock }) =>
      clocks.some((each) => Math.abs(clockMs(each) - clockMs(clock)) <= DAY_MS),
    );
    const usual = readings.filter(({ order }) => order && this.#orders.get(order.mark)?.has(order.kind));
    const [byNeighbour, ...moreNear] = near;
    const [byDocument, ...moreUsual] = usual;
    if (byNeighbour && moreNear.length === 0)
      return ok({
        reading: byNeighbour,
        notes: [guessed("the order of day and month was taken from the entry's other time")],
      });
    if (byDocument && moreUsual.length === 0)
      return ok({
        reading: byDocument,
        notes: [guessed("the order of day and month was taken from the document's other times")],
      });
    const whole = readings.map(({ clock }) => clockText(clock));
    const dates = new Set(whole.map((each) => each.slice(0, 10)));
    if (dates.size === 1) return err(`it may be ${whole.join(" or ")}; expected a time such as ${RIGHT_TIME}`);
    return err(
      `it may be ${[...dates].join(" or ")}; a weekday beside it, or another date of the document with a day after the 12th, would settle it`,
    );
  }

  #offsetOf(
    { clock, zone }: TimeReading,
    language: string | undefined,
    neighbours: readonly number[],
  ): Result<{ readonly minutes: number; readonly notes: readonly TimeNote[] }, string> {
    if (zone) return offsetAt(zone, clock, language ?? this.setting.language);
    if (this.setting.zone) return offsetAt(this.setting.zone, clock, undefined);
    const [near, ...moreNear] = new Set(neighbours);
    if (near !== undefined && moreNear.length === 0)
      return ok({
        minutes: near,
        notes: [guessed("a time without a zone was read in the zone of the entry's other time")],
      });
    const [usual, ...moreUsual] = this.#offsets;
    if (usual !== undefined && moreUsual.length === 0)
      return ok({
        minutes: usual,
        notes: [guessed("a time without a zone was read in the zone of the document's other times")],
      });
    return ok({ minutes: 0, notes: [guessed("a time without a zone was read as UTC; --zone ZONE gives another")] });
  }
}

/** The error says that the time lies outside of the years that a `Timestamp` has. */
export function withOffset(clock: Clock, minutes: number, notes: readonly TimeNote[]): Result<FoundTime, string> {
  const read = parseTimestamp(clockText(clock) + offsetText(minutes));
  if (!read.ok) return err(`there is no time ${clockText(clock)}${offsetText(minutes)}`);
  // The zero value of a time in Go and .NET. It stands for a time that was never set.
  if (read.value === "0001-01-01T00:00:00Z") return err('0001-01-01T00:00:00Z stands for "no time" in many systems');
  return ok({ time: read.value, notes });
}
