import { parseRetryAfter } from "../../syntax/retry-after.ts";

/** Milliseconds. */
const MAX_PAUSE = 120_000;
const FIRST_PAUSE = 500;

/**
 * The milliseconds to wait before the next try: what the server asks for in `Retry-After`, or else twice as long each
 * time, at most two minutes.
 *
 * @param tries how many tries there were, from 1
 * @param now milliseconds since the epoch
 * @param chance from 0 to 1; spreads clients that were refused at the same time
 */
export function retryPause(
  retryAfter: string | null,
  { tries, now, chance }: { readonly tries: number; readonly now: number; readonly chance: number },
): number {
  const asked = parseRetryAfter(retryAfter, now);
  const pause =
    asked === undefined ? FIRST_PAUSE * 2 ** (tries - 1) * (0.5 + chance / 2) : asked + chance * FIRST_PAUSE;
  return Math.min(MAX_PAUSE, pause);
}
