/** `Retry-After` (RFC 9110 section 10.2.3). */
import { parseHttpDate } from "./http-date.ts";

/**
 * The milliseconds that the field asks the client to wait, 0 for a date that has passed. The caller sets the upper
 * limit. Returns undefined if the field is missing, or is neither a number of seconds nor an HTTP date.
 *
 * @param now milliseconds since the epoch
 */
export function parseRetryAfter(field: string | null | undefined, now: number): number | undefined {
  const text = field?.trim() ?? "";
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1_000, Number.MAX_SAFE_INTEGER);
  const date = parseHttpDate(text);
  return date === undefined ? undefined : Math.max(0, date - now);
}
