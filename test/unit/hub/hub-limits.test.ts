import { expect, test } from "vitest";
import { ConfigError } from "../../../src/http/config.ts";
import { readHubSettings } from "../../../src/hub/hub-limits.ts";

test("without variables, a subscription lasts ten days and no callback is on loopback", () => {
  expect(readHubSettings({}, false)).toEqual({
    allowLoopback: false,
    signature: "sha256",
    limits: {
      lease: { usual: 864_000, least: 3_600, most: 2_592_000 },
      pending: 2_000,
      pendingOfHost: 100,
      subscriptionsOfHost: 2_000,
      timeout: 5_000,
    },
  });
});

test("variables come as numbers and words, or as text", () => {
  const vars = {
    HUB_LEASE_DEFAULT: "7200",
    HUB_LEASE_MOST: 7_200,
    HUB_SIGNATURE: "sha512",
    HUB_ALLOW_LOOPBACK: "true",
  };
  expect(readHubSettings(vars, true)).toMatchObject({
    allowLoopback: true,
    signature: "sha512",
    limits: { lease: { usual: 7_200, least: 3_600, most: 7_200 } },
  });
});

test.each([
  [{ HUB_SIGNATURE: "md5" }, 'HUB_SIGNATURE: found "md5", expected sha256, sha384, sha512 or sha1'],
  [{ HUB_LEASE_LEAST: 0 }, "HUB_LEASE_LEAST: found 0, expected a whole number from 60 to 31536000"],
  [
    { HUB_LEASE_MOST: 86_400 },
    "HUB_LEASE_DEFAULT: found 864000, expected it from HUB_LEASE_LEAST (3600) to HUB_LEASE_MOST (86400)",
  ],
  [{ HUB_ALLOW_LOOPBACK: "yes" }, 'HUB_ALLOW_LOOPBACK: found "yes", expected true or false'],
  [{ HUB_ALLOW_LOOPBACK: true }, "HUB_ALLOW_LOOPBACK: found true, expected it only under `wrangler dev`"],
])("%j stops the Worker", (vars, message) => {
  expect(() => readHubSettings(vars, false)).toThrow(new ConfigError(message));
});
