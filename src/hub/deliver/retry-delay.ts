const FIRST = 30_000;
const LONGEST = 6 * 60 * 60 * 1_000;
const JITTER = 0.2;

/** A delivery is tried again so often after the first time, over about two hours; then it is a dead letter. */
export const RETRIES = 8;

/**
 * Milliseconds until a delivery that has failed `attempts` times is tried again: each time twice as long, a fifth more or less so that those
 * who failed together do not come back together, and not before the callback asked for. Nothing once it was tried often enough.
 */
export function retryDelay(attempts: number, retryAfter: number | undefined, random: () => number): number | undefined {
  if (attempts > RETRIES) return undefined;
  const own = Math.min(FIRST * 2 ** (attempts - 1), LONGEST) * (1 - JITTER + 2 * JITTER * random());
  return Math.round(Math.min(Math.max(own, retryAfter ?? 0), LONGEST));
}

/** Milliseconds that `Retry-After` asks for (RFC 9110 section 10.2.3): seconds, or a date. Nothing for what is neither. */
export function readRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  if (/^\s*\d+\s*$/.test(value)) return Math.min(Number(value) * 1_000, LONGEST);
  // Every form of an HTTP date names a weekday, which keeps `Date.parse` from reading something into other texts.
  const date = /^\s*(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.min(Math.max(date - now, 0), LONGEST);
}
