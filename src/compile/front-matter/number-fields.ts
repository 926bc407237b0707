import * as z from "zod";

/** The numbers of front matter, where every scalar is text. */

/** A whole number, written in digits. */
export const wholeNumber = z.string().transform((value, context): number => {
  const number = Number(value);
  if (/^\d+$/.test(value) && Number.isSafeInteger(number)) return number;
  context.addIssue({ code: "custom", message: "expected a whole number such as 640", input: value });
  return z.NEVER;
});

/** A whole number greater than 0. */
export const positiveNumber = wholeNumber.refine((number) => number > 0, { error: "expected a number above 0" });

const DECIMAL = /^\d+(?:\.\d+)?(?:e[+-]\d+)?$/;

/** A number from 0 on, which may have a fraction. */
export const decimalNumber = z.string().transform((value, context): number => {
  if (DECIMAL.test(value) && Number.isFinite(Number(value))) return Number(value);
  context.addIssue({ code: "custom", message: "expected a number such as 12", input: value });
  return z.NEVER;
});

const CLOCK = /^(?:(?:(\d+):)?([0-5]?\d):)?([0-5]?\d(?:\.\d+)?)$/;

/** A moment of audio or video in seconds, written as seconds (`75`) or as a player shows it (`1:15`, `1:02:03`). */
export const moment = z.string().transform((value, context): number => {
  const seconds = DECIMAL.test(value) ? Number(value) : secondsOf(CLOCK.exec(value));
  if (seconds !== undefined && Number.isFinite(seconds)) return seconds;
  context.addIssue({ code: "custom", message: "expected seconds such as 75, or 1:15", input: value });
  return z.NEVER;
});

/** The duration of audio or video in seconds, written like a moment. */
export const duration = moment.refine((seconds) => seconds > 0, { error: "expected seconds such as 75, or 1:15" });

function secondsOf(match: RegExpExecArray | null): number | undefined {
  if (!match) return undefined;
  const [, hours = "0", minutes = "0", seconds = "0"] = match;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
