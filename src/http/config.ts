import * as z from "zod";

/** A whole number in a variable, which wrangler hands over as a number or, from the dashboard, as text. */
export function wholeNumber(fallback: number, least: number, most: number) {
  const error = `expected a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error }).default(fallback);
}

/** The variables under `[vars]` in `wrangler.toml`; each may be left out. */
const varsSchema = z.object({
  /** Entries in an archive document; the feed itself has so many and up to twice as many. */
  FEED_ENTRIES: wholeNumber(50, 1, 1_000),
  /** About how many bytes of content a feed may hold; archives hold half as much. */
  FEED_BYTES: wholeNumber(1_000_000, 10_000, 20_000_000),
  /** Seconds for which a feed may be kept by a cache. */
  FEED_MAX_AGE: wholeNumber(300, 0, 86_400),
  /** Seconds for which a page may be kept by a cache. */
  PAGE_MAX_AGE: wholeNumber(60, 0, 86_400),
});

export type Config = {
  /** How the history of a feed is divided into archives. */
  readonly division: { readonly entries: number; readonly bytes: number };
  readonly feedMaxAge: number;
  readonly pageMaxAge: number;
};

/** Thrown when the Worker starts with a variable it cannot use. The message names the variable, what was found and what is right. */
export class ConfigError extends Error {}

export function readConfig(vars: Record<string, unknown>): Config {
  const read = varsSchema.safeParse(vars);
  if (!read.success) {
    const faults = read.error.issues.map((issue) => {
      const name = issue.path.join(".");
      return `${name}: found ${JSON.stringify(vars[name])}, ${issue.message}`;
    });
    throw new ConfigError(faults.join("\n"));
  }
  const { FEED_ENTRIES, FEED_BYTES, FEED_MAX_AGE, PAGE_MAX_AGE } = read.data;
  return {
    division: { entries: FEED_ENTRIES, bytes: FEED_BYTES / 2 },
    feedMaxAge: FEED_MAX_AGE,
    pageMaxAge: PAGE_MAX_AGE,
  };
}
