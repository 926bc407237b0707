import { Temporal } from "temporal-polyfill";
import { clockInUtc, offsetText } from "./clock.ts";
import { guessed, type TimeNote } from "./time-note.ts";
import { offsetAt, type WrittenZone } from "./zone.ts";

const DAY_MS = 86_400_000;
/** 60 years of days. More days teach nothing new about a zone. */
const MAX_DAYS = 22_000;
/** Zones are multiples of a quarter of an hour apart, and no further from UTC than this. */
const QUARTER_MS = 900_000;
const MAX_MINUTES = 14 * 60;

/**
 * The zone of a WordPress site, from times that its export gives on the site's clocks and in UTC. Keeps one offset per
 * day.
 */
export class ZonePairs {
  /** Offsets in minutes by the number of the local day. */
  readonly #days = new Map<number, number>();
  #zones: readonly string[] | undefined;

  /**
   * @param local milliseconds of the wall clock, read as UTC
   * @param utc milliseconds since the epoch
   */
  learn(local: number, utc: number): void {
    const minutes = pairOffset(local, utc);
    const day = Math.floor(local / DAY_MS);
    if (minutes === undefined || (this.#days.size >= MAX_DAYS && !this.#days.has(day))) return;
    if (!this.#days.has(day)) this.#days.set(day, minutes);
    this.#zones = undefined;
  }

  /**
   * The offset at a time on the site's clocks: that of a pair on the same day, that of every IANA zone which agrees
   * with all pairs, or that of the nearest pair. Returns undefined if there are no pairs.
   *
   * @param preferred the zone of `--zone`, which counts if the pairs do not settle the offset
   */
  offsetAt(
    local: number,
    preferred?: WrittenZone,
  ): { readonly minutes: number; readonly notes: readonly TimeNote[] } | undefined {
    const nearest = this.#nearest(local);
    if (nearest === undefined) return undefined;
    const day = Math.floor(local / DAY_MS);
    const sure = this.#days.get(day);
    if (sure !== undefined) return { minutes: sure, notes: [guessed(`${BEGINNING} of a post of the same day`)] };
    const clock = clockInUtc(local);
    const offsets = new Set<number>();
    for (const name of this.#consistentZones()) {
      const found = offsetAt({ kind: "iana", name }, clock, undefined);
      if (found.ok) offsets.add(found.value.minutes);
    }
    const [only, ...others] = offsets;
    if (only !== undefined && others.length === 0)
      return { minutes: only, notes: [guessed(`${BEGINNING} of the zone that all other posts are in`)] };
    if (preferred) {
      const found = offsetAt(preferred, clock, undefined);
      if (found.ok) return found.value;
    }
    const more = [...offsets].filter((each) => each !== nearest).map(offsetText);
    const doubt = more.length > 0 ? `; other zones that fit the posts have ${more.join(" or ")} then` : "";
    return {
      minutes: nearest,
      notes: [guessed(`${BEGINNING} of the nearest post in time${doubt}; --zone ZONE gives another`)],
    };
  }

  #nearest(local: number): number | undefined {
    let best: { readonly distance: number; readonly minutes: number } | undefined;
    const wanted = local / DAY_MS;
    for (const [day, minutes] of this.#days) {
      const distance = Math.abs(day - wanted);
      if (!best || distance < best.distance) best = { distance, minutes };
    }
    return best?.minutes;
  }

  #consistentZones(): readonly string[] {
    this.#zones ??= Intl.supportedValuesOf("timeZone").filter((zone) => this.#agrees(zone));
    return this.#zones;
  }

  /** On the day of a change, a zone has both offsets. */
  #agrees(zone: string): boolean {
    for (const [day, minutes] of this.#days) {
      const start = Temporal.Instant.fromEpochMilliseconds(day * DAY_MS - minutes * 60_000);
      const offsets = [start, start.add({ hours: 24 })].map(
        (instant) => instant.toZonedDateTimeISO(zone).offsetNanoseconds / 60e9,
      );
      if (!offsets.includes(minutes)) return false;
    }
    return true;
  }
}

const BEGINNING = "a time without a zone was read with the offset";

/** The offset of a local time from the same time in UTC, in minutes. Returns undefined if no zone has it. */
export function pairOffset(local: number, utc: number): number | undefined {
  const distance = local - utc;
  const minutes = distance / 60_000;
  return distance % QUARTER_MS === 0 && Math.abs(minutes) <= MAX_MINUTES ? minutes : undefined;
}
