import * as z from "zod";

const CLOCK = /^(?:(?:(\d+):)?([0-5]?\d):)?([0-5]?\d(?:\.\d+)?)$/;
const SECONDS = /^\d+(?:\.\d+)?(?:e[+-]\d+)?$/;

/** How long sound or film lasts, in seconds: written as seconds (`75`) or as a player shows it (`1:15`, `1:02:03`). */
export const duration = z.string().transform((value, context): number => {
  const seconds = SECONDS.test(value) ? Number(value) : secondsOf(CLOCK.exec(value));
  if (seconds !== undefined && seconds > 0) return seconds;
  context.addIssue({ code: "custom", message: "expected seconds such as 75, or 1:15", input: value });
  return z.NEVER;
});

function secondsOf(match: RegExpExecArray | null): number | undefined {
  if (!match) return undefined;
  const [, hours = "0", minutes = "0", seconds = "0"] = match;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
