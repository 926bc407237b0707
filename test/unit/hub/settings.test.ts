import { expect, test } from "vitest";
import { ConfigError } from "../../../src/http/config.ts";
import { readHubSettings } from "../../../src/hub/settings.ts";

test("readHubSettings returns the defaults if no variable is set", () => {
  expect(readHubSettings({}, false)).toEqual({
    allowLoopback: false,
    signature: "sha256",
    limits: {
      lease: { default: 864_000, min: 3_600, max: 2_592_000 },
      maxPending: 100_000,
      maxPendingPerClient: 100,
      maxPendingPerNetwork: 400,
      maxPendingPerHost: 100,
      maxSubscriptionsPerHost: 2_000,
      timeout: 5_000,
    },
  });
});

test("readHubSettings accepts numbers, booleans and text", () => {
  const vars = {
    HUB_LEASE_DEFAULT: "7200",
    HUB_LEASE_MAX: 7_200,
    HUB_SIGNATURE: "sha512",
    HUB_ALLOW_LOOPBACK: "true",
  };
  expect(readHubSettings(vars, true)).toMatchObject({
    allowLoopback: true,
    signature: "sha512",
    limits: { lease: { default: 7_200, min: 3_600, max: 7_200 } },
  });
});

test.each([
  [{ HUB_SIGNATURE: "md5" }, 'HUB_SIGNATURE: found "md5", expected sha256, sha384, sha512 or sha1'],
  [{ HUB_LEASE_MIN: 0 }, "HUB_LEASE_MIN: found 0, expected a whole number from 60 to 31536000"],
  [
    { HUB_LEASE_MAX: 86_400 },
    "HUB_LEASE_DEFAULT: found 864000, expected it from HUB_LEASE_MIN (3600) to HUB_LEASE_MAX (86400)",
  ],
  [{ HUB_LEASE_LEAST: 3_600 }, "HUB_LEASE_LEAST is now HUB_LEASE_MIN"],
  [
    { HUB_LEASE_MOST: 86_400, HUB_MOST_OF_HOST: "5" },
    "HUB_LEASE_MOST is now HUB_LEASE_MAX\nHUB_MOST_OF_HOST is now HUB_MAX_PER_HOST",
  ],
  [{ HUB_ALLOW_LOOPBACK: "yes" }, 'HUB_ALLOW_LOOPBACK: found "yes", expected true or false'],
  [{ HUB_ALLOW_LOOPBACK: true }, "HUB_ALLOW_LOOPBACK: found true, expected it only under `wrangler dev`"],
])("%j stops the Worker", (vars, message) => {
  expect(() => readHubSettings(vars, false)).toThrow(new ConfigError(message));
});
