import { describe, expect, test } from "vitest";
import { DEFAULT_FETCH_SETTINGS, type FetchSettings } from "../../../src/doctor/net/fetch-settings.ts";
import type { Fetched } from "../../../src/doctor/net/fetched.ts";
import { createFetcher } from "../../../src/doctor/net/fetcher.ts";
import { isPrivateHost, isPublicAddress } from "../../../src/doctor/net/public-address.ts";
import { redirect } from "./misbehaviour.ts";
import { startSite } from "./site.ts";

const fetchIt = (url: string, settings: Partial<FetchSettings> = {}): Promise<Fetched> =>
  createFetcher({ ...DEFAULT_FETCH_SETTINGS, ...settings }).fetch({ method: "GET", url, headers: {} });

const leadingTo = (...addresses: readonly string[]): Partial<FetchSettings> => ({
  resolve: async () => addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
});

describe("isPublicAddress", () => {
  test.each(["93.184.215.14", "1.1.1.1", "172.15.255.255", "100.63.0.1", "2606:4700::1111", "2a00:1450:4001::1"])(
    "accepts %s",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  test.each([
    ...["0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.0.1", "169.254.169.254", "172.16.0.1", "172.31.9.9"],
    ...[
      "192.0.0.8",
      "192.0.2.1",
      "192.168.1.1",
      "198.18.0.1",
      "198.51.100.7",
      "203.0.113.9",
      "224.0.0.1",
      "255.255.255.255",
    ],
    ...[
      "::",
      "::1",
      "fe80::1",
      "fc00::1",
      "fd12:3456::1",
      "ff02::1",
      "::ffff:127.0.0.1",
      "::ffff:8.8.8.8",
      "::127.0.0.1",
    ],
    ...["64:ff9b::7f00:1", "64:ff9b:1::1", "2001:db8::1", "2001::1", "2002:7f00:1::", "3fff::1", "100::1", "fec0::1"],
    ...["", "example.org", "1.2.3", "127.0.0.1 "],
  ])("refuses %j", (address) => expect(isPublicAddress(address)).toBe(false));
});

describe("the fetcher, without permission for private networks", () => {
  test.each([
    ...["http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f.0.0.1/", "http://0177.0.0.1/"],
    ...["http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[64:ff9b::10.0.0.1]/"],
    ...["http://169.254.169.254/latest/meta-data/", "http://0/", "http://①②⑦.0.0.1/", "https://10.0.0.1:8443/"],
  ])("sends no request to %s", async (url) => {
    expect(await fetchIt(url)).toMatchObject({ ok: false, error: { fault: { kind: "private" } } });
  });

  test.each([
    ["localhost", DEFAULT_FETCH_SETTINGS],
    ["feeds.example.com", leadingTo("127.0.0.1")],
    ["feeds.example.com", leadingTo("::1")],
    ["feeds.example.com", leadingTo("93.184.215.14", "10.0.0.1")],
  ])("sends no request to a name with a private address: %s", async (host, settings) => {
    await using site = await startSite();
    expect(await fetchIt(`http://${host}:${site.port}/rss.xml`, settings)).toMatchObject({
      error: { fault: { kind: "private" } },
    });
    expect(site.requests()).toBe(0);
  });

  test("resolves a name once, for the connection itself", async () => {
    await using site = await startSite();
    let lookups = 0;
    const resolve = async () => {
      lookups += 1;
      return [{ address: "127.0.0.1", family: 4 }];
    };
    await fetchIt(`http://feeds.example.com:${site.port}/rss.xml`, { resolve, mayAsk: () => true });
    expect(lookups).toBe(1);
  });

  test.each([
    ["http://10.0.0.1/", "private"],
    ["http://localhost/", "private"],
    ["//169.254.169.254/", "private"],
    ["file:///etc/passwd", "not-web"],
    ["ftp://example.org/", "not-web"],
    ["http://user:secret@example.org/", "not-web"],
  ])("follows no redirect to %s", async (location, kind) => {
    await using site = await startSite(redirect({ "/rss.xml": location }), "127.0.0.2");
    const mayAsk = (ip: string) => ip === "127.0.0.2" || isPublicAddress(ip);
    expect(await fetchIt(`http://127.0.0.2:${site.port}/rss.xml`, { mayAsk })).toMatchObject({
      ok: false,
      error: { hops: [{ status: 301 }], fault: { kind } },
    });
  });

  test.each(["file:///etc/passwd", "ftp://example.org/", "http://user@example.org/"])(
    "sends no request to %s",
    async (url) => {
      expect(await fetchIt(url)).toMatchObject({ error: { fault: { kind: "not-web" } } });
    },
  );
});

test.each([
  ["http://127.0.0.1:8787/", true],
  ["http://localhost/", true],
  ["http://feeds.internal/", true],
  ["http://example.org/", false],
])("isPrivateHost(%s)", (url, expected) => expect(isPrivateHost(new URL(url))).toBe(expected));
