import * as z from "zod";

/** How long feeds show the notice of a withdrawal, in days. */
export const DEFAULT_NOTICE_DAYS = 30;
export const MAX_NOTICE_DAYS = 365;

const DAY = 86_400_000;

/** `remove` is the former name of `tombstone`. */
const show = z.preprocess((value) => (value === "remove" ? "tombstone" : value), z.enum(["notice", "tombstone"]));

/** A file is read as text without types, so a number in digits counts as well. */
const days = z
  .union([z.string(), z.number()])
  .transform(Number)
  .refine((number) => Number.isInteger(number) && number >= 1 && number <= MAX_NOTICE_DAYS, {
    error: `expected a whole number of days from 1 to ${MAX_NOTICE_DAYS}`,
  });

/**
 * How feeds tell that an article was withdrawn.
 *
 * - `show`: with `notice`, which is the default, all forms have a notice in place of the article. With `tombstone`,
 *   only Atom tells it, by a tombstone (RFC 6721), which few readers understand.
 * - `days`: how long a notice is shown.
 *
 * `show` alone may be written in place of both.
 */
export const retractionsSchema = z.preprocess(
  (value) => (typeof value === "string" ? { show: value } : value),
  z.strictObject({ show: show.optional(), days: days.optional() }),
);
export type Retractions = z.infer<typeof retractionsSchema>;

/** How long feeds show a notice, in milliseconds. Returns 0 if they show none. */
export function noticeDuration({ retractions = {} }: { readonly retractions?: Retractions | undefined }): number {
  const { show: shown = "notice", days: shownDays = DEFAULT_NOTICE_DAYS } = retractions;
  return shown === "notice" ? shownDays * DAY : 0;
}
