import * as z from "zod";
import { ConfigError, wholeNumber } from "../http/config.ts";
import type { HubLimits, HubService } from "./hub-service.ts";

const HOUR = 3_600;
const DAY = 24 * HOUR;

const yesOrNo = z
  .union([z.boolean(), z.literal("true").transform(() => true), z.literal(["false", ""]).transform(() => false)], {
    error: "expected true or false",
  })
  .default(false);

/** The hub's variables in `wrangler.toml`; each may be left out. */
const varsSchema = z.object({
  /** Seconds for which a subscription is given to who names none, and the bounds of what may be named (WebSub section 5.1: the hub decides). */
  HUB_LEASE_DEFAULT: wholeNumber(10 * DAY, 60, 365 * DAY),
  HUB_LEASE_LEAST: wholeNumber(HOUR, 60, 365 * DAY),
  HUB_LEASE_MOST: wholeNumber(30 * DAY, 60, 365 * DAY),
  /** How many subscriptions one callback host may have. */
  HUB_MOST_OF_HOST: wholeNumber(2_000, 1, 1_000_000),
  /** How what is sent to subscribers with a secret is signed. sha1 is for those of before 2018 (WebSub section 7.1). */
  HUB_SIGNATURE: z
    .enum(["sha256", "sha384", "sha512", "sha1"], { error: "expected sha256, sha384, sha512 or sha1" })
    .default("sha256"),
  /** Whether callbacks on loopback are allowed, while developing. */
  HUB_ALLOW_LOOPBACK: yesOrNo,
});

export type HubSettings = Pick<HubService, "allowLoopback" | "signature"> & { readonly limits: HubLimits };

/** Verifications take a second: so many wait only when someone makes them wait. */
const PENDING = 2_000;
const PENDING_OF_HOST = 100;
/** In milliseconds. */
const TIMEOUT = 5_000;

/** @param isDevelopment whether this is a build that never meets a stranger */
export function readHubSettings(vars: Record<string, unknown>, isDevelopment: boolean): HubSettings {
  const read = varsSchema.safeParse(vars);
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => {
      const name = path.join(".");
      return `${name}: found ${JSON.stringify(vars[name])}, ${message}`;
    });
    throw new ConfigError(faults.join("\n"));
  }
  const { HUB_LEASE_DEFAULT: usual, HUB_LEASE_LEAST: least, HUB_LEASE_MOST: most, ...rest } = read.data;
  if (!(least <= usual && usual <= most))
    throw new ConfigError(
      `HUB_LEASE_DEFAULT: found ${usual}, expected it from HUB_LEASE_LEAST (${least}) to HUB_LEASE_MOST (${most})`,
    );
  if (rest.HUB_ALLOW_LOOPBACK && !isDevelopment)
    throw new ConfigError("HUB_ALLOW_LOOPBACK: found true, expected it only under `wrangler dev`");
  return {
    allowLoopback: rest.HUB_ALLOW_LOOPBACK,
    signature: rest.HUB_SIGNATURE,
    limits: {
      lease: { usual, least, most },
      pending: PENDING,
      pendingOfHost: PENDING_OF_HOST,
      subscriptionsOfHost: rest.HUB_MOST_OF_HOST,
      timeout: TIMEOUT,
    },
  };
}
