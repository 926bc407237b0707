import * as z from "zod";
import { ConfigError, wholeNumber } from "../http/config.ts";
import type { HubLimits, HubService } from "./service.ts";

const HOUR = 3_600;
const DAY = 24 * HOUR;

const booleanVariable = z
  .union([z.boolean(), z.literal("true").transform(() => true), z.literal(["false", ""]).transform(() => false)], {
    error: "expected true or false",
  })
  .default(false);

/** The hub's variables in `wrangler.toml`. Each is optional. */
const varsSchema = z.object({
  /** The lease of a subscriber that names none, and the bounds of a lease, in seconds (WebSub section 5.1). */
  HUB_LEASE_DEFAULT: wholeNumber(10 * DAY, 60, 365 * DAY),
  HUB_LEASE_MIN: wholeNumber(HOUR, 60, 365 * DAY),
  HUB_LEASE_MAX: wholeNumber(30 * DAY, 60, 365 * DAY),
  /** How many subscriptions one callback host may have. */
  HUB_MAX_PER_HOST: wholeNumber(2_000, 1, 1_000_000),
  /** The algorithm that signs deliveries. sha1 is for subscribers older than 2018 (WebSub section 7.1). */
  HUB_SIGNATURE: z
    .enum(["sha256", "sha384", "sha512", "sha1"], { error: "expected sha256, sha384, sha512 or sha1" })
    .default("sha256"),
  /** Whether callbacks on loopback are allowed. Only for development. */
  HUB_ALLOW_LOOPBACK: booleanVariable,
});

/** Former names. A Worker that ignored them would silently run with the default values. */
const RENAMED: Readonly<Record<string, string>> = {
  HUB_LEASE_LEAST: "HUB_LEASE_MIN",
  HUB_LEASE_MOST: "HUB_LEASE_MAX",
  HUB_MOST_OF_HOST: "HUB_MAX_PER_HOST",
};

export type HubSettings = Pick<HubService, "allowLoopback" | "signature"> & { readonly limits: HubLimits };

/**
 * A verification takes about a second, so this many are pending only if someone abuses the hub. To reach the limit of
 * all takes hundreds of networks, since each has a limit of its own.
 */
const MAX_PENDING = 100_000;
const MAX_PENDING_PER_CLIENT = 100;
const MAX_PENDING_PER_NETWORK = 400;
const MAX_PENDING_PER_HOST = 100;
/** In milliseconds. */
const CALLBACK_TIMEOUT = 5_000;

/**
 * Reads the hub's settings from the Worker's variables.
 *
 * @param isDevelopment whether this build runs under `wrangler dev` only
 * @throws ConfigError if a variable has a value that cannot be used, or has a former name
 */
export function readHubSettings(vars: Record<string, unknown>, isDevelopment: boolean): HubSettings {
  const renamed = Object.entries(RENAMED).filter(([former]) => vars[former] !== undefined);
  if (renamed.length > 0)
    throw new ConfigError(renamed.map(([former, current]) => `${former} is now ${current}`).join("\n"));
  const read = varsSchema.safeParse(vars);
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => {
      const name = path.join(".");
      return `${name}: found ${JSON.stringify(vars[name])}, ${message}`;
    });
    throw new ConfigError(faults.join("\n"));
  }
  const { HUB_LEASE_DEFAULT: initial, HUB_LEASE_MIN: min, HUB_LEASE_MAX: max, ...rest } = read.data;
  if (!(min <= initial && initial <= max))
    throw new ConfigError(
      `HUB_LEASE_DEFAULT: found ${initial}, expected it from HUB_LEASE_MIN (${min}) to HUB_LEASE_MAX (${max})`,
    );
  if (rest.HUB_ALLOW_LOOPBACK && !isDevelopment)
    throw new ConfigError("HUB_ALLOW_LOOPBACK: found true, expected it only under `wrangler dev`");
  return {
    allowLoopback: rest.HUB_ALLOW_LOOPBACK,
    signature: rest.HUB_SIGNATURE,
    limits: {
      lease: { default: initial, min, max },
      maxPending: MAX_PENDING,
      maxPendingPerClient: MAX_PENDING_PER_CLIENT,
      maxPendingPerNetwork: MAX_PENDING_PER_NETWORK,
      maxPendingPerHost: MAX_PENDING_PER_HOST,
      maxSubscriptionsPerHost: rest.HUB_MAX_PER_HOST,
      timeout: CALLBACK_TIMEOUT,
    },
  };
}
