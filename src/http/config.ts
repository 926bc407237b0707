import * as z from "zod";

/** A whole number. The value is a number in `wrangler.toml`, and a text if it was set in the dashboard. */
export function wholeNumber(fallback: number, min: number, max: number) {
  const error = `expected a whole number from ${min} to ${max}`;
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error }).default(fallback);
}

/** The variables under `[vars]` in `wrangler.toml`. All of them are optional. */
const varsSchema = z.object({
  /** Entries in an archive document. The current document has at least as many, and up to twice as many. */
  FEED_ENTRIES: wholeNumber(50, 1, 1_000),
  /** About how many bytes of content the current document may have. An archive document has half as many. */
  FEED_BYTES: wholeNumber(1_000_000, 10_000, 20_000_000),
  /** Seconds for which caches may store a feed. */
  FEED_MAX_AGE: wholeNumber(300, 0, 86_400),
  /** Seconds for which caches may store a page. */
  PAGE_MAX_AGE: wholeNumber(60, 0, 86_400),
});

export type Config = {
  /** How many entries and bytes of content an archive document has at most. */
  readonly division: { readonly entries: number; readonly bytes: number };
  /** Seconds. */
  readonly feedMaxAge: number;
  /** Seconds. */
  readonly pageMaxAge: number;
};

/**
 * Thrown if a variable cannot be used when the Worker starts. The message has the name of the variable, the value that
 * was found and what is expected.
 */
export class ConfigError extends Error {}

/** @throws {ConfigError} */
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
