/** The longest that is waited for one answer to become possible, in milliseconds. */
const LONGEST = 120_000;
const FIRST = 500;

/**
 * How many milliseconds to wait before the next try: as long as the other side asks (RFC 9110 section 10.2.3, seconds or a date), otherwise twice as
 * long each time. `chance`, from 0 to 1, spreads those that were turned away together.
 *
 * @param tries how often it was tried already, from 1
 */
export function retryPause(
  retryAfter: string | null,
  { tries, now, chance }: { readonly tries: number; readonly now: number; readonly chance: number },
): number {
  const asked = askedPause(retryAfter?.trim() ?? "", now);
  const usual = FIRST * 2 ** (tries - 1);
  const pause = asked === undefined ? usual * (0.5 + chance / 2) : asked + chance * FIRST;
  return Math.min(LONGEST, pause);
}

function askedPause(text: string, now: number): number | undefined {
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
