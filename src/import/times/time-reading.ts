import { err, type Result } from "../../syntax/result.ts";
import type { Clock } from "./clock.ts";
import type { TimeNote } from "./time-note.ts";
import type { WrittenZone } from "./zone.ts";

/** The order of the parts of a date in figures. */
export type DayOrder = "day first" | "month first" | "year first";

/** A possible meaning of a written time. `zone` is missing if the text names none. */
export type TimeReading = {
  readonly clock: Clock;
  readonly zone?: WrittenZone;
  /** Whether the text counts seconds since the epoch. Such a text is always in UTC. */
  readonly isCount?: boolean;
  readonly notes: readonly TimeNote[];
  /** The order that this reading takes the figures in, and the mark between them. Missing if the text has names. */
  readonly order?: { readonly kind: DayOrder; readonly mark: string };
};

/**
 * Why a text is no time, in a few words. `isFinal` if everything in it was understood and means a time that does not
 * exist, so that no other language can read it.
 */
export type TimeFault = { readonly message: string; readonly isFinal: boolean };

export function notUnderstood(message: string): Result<never, TimeFault> {
  return err({ message, isFinal: false });
}

export function impossible(message: string): Result<never, TimeFault> {
  return err({ message, isFinal: true });
}
