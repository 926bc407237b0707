import { describe, expect, test } from "vitest";
import { judgeCallback } from "../../../src/hub/callback-policy.ts";
import { ABUSIVE_CALLBACKS, LOOPBACK_CALLBACKS } from "./abusive-callbacks.ts";

const DEPLOYED = { ownHosts: ["news.example.org", "dateline.reader.workers.dev"], allowLoopback: false };
const DEVELOPING = { ownHosts: ["localhost:8787"], allowLoopback: true };

const isAllowed = (address: string, setting = DEPLOYED) => judgeCallback(address, setting).ok;

describe("the hub refuses to send to", () => {
  test.each(Object.entries(ABUSIVE_CALLBACKS))("%s", (_, addresses) => {
    expect(addresses.filter((address) => isAllowed(address))).toEqual([]);
  });

  test("more than 120 addresses in all", () => {
    expect(new Set(Object.values(ABUSIVE_CALLBACKS).flat()).size).toBeGreaterThan(120);
  });

  test("loopback unless it is allowed", () => {
    expect(LOOPBACK_CALLBACKS.filter((address) => isAllowed(address))).toEqual([]);
    expect(LOOPBACK_CALLBACKS.filter((address) => !isAllowed(address, DEVELOPING))).toEqual([]);
  });

  test("its own address on loopback under any name", () => {
    for (const name of ["localhost", "127.0.0.1", "127.1", "[::1]"])
      expect(isAllowed(`http://${name}:8787/hub`, DEVELOPING), name).toBe(false);
  });

  test("any other of these addresses even if loopback is allowed", () => {
    const others = Object.entries(ABUSIVE_CALLBACKS).filter(([about]) => about !== "the service itself");
    const allowed = others.flatMap(([, addresses]) => addresses.filter((address) => isAllowed(address, DEVELOPING)));
    const hosts = allowed.map((address) => new URL(address).hostname);
    expect(new Set(hosts)).toEqual(new Set(["localhost", "127.0.0.1", "[::1]"]));
  });
});

describe("the policy", () => {
  test.each([
    ["https://reader.example.org/hook", "https://reader.example.org/hook", "reader.example.org"],
    ["https://READER.example.org:443/a?b=c&d", "https://reader.example.org/a?b=c&d", "reader.example.org"],
    ["https://bücher.example.org/", "https://xn--bcher-kva.example.org/", "xn--bcher-kva.example.org"],
    ["https://xn--bcher-kva.example.org", "https://xn--bcher-kva.example.org/", "xn--bcher-kva.example.org"],
    ["https://例え.テスト/", "https://xn--r8jz45g.xn--zckzah/", "xn--r8jz45g.xn--zckzah"],
    ["https://8.reader.example.org/%2e/@x", "https://8.reader.example.org/@x", "8.reader.example.org"],
    [
      "https://reader.example.org/?to=http://127.0.0.1",
      "https://reader.example.org/?to=http://127.0.0.1",
      "reader.example.org",
    ],
  ])("allows %s", (address, url, host) => {
    expect(judgeCallback(address, DEPLOYED)).toEqual({ ok: true, value: { url, host } });
  });

  test("says why it refuses an address", () => {
    const reason = (address: string) => {
      const judged = judgeCallback(address, DEPLOYED);
      return judged.ok ? "" : judged.error.reason;
    };
    expect(reason("http://reader.example.org/")).toBe("The callback is not encrypted; expected https.");
    expect(reason("https://0x7f.1/")).toBe("The callback has an IP address; expected a host name.");
    expect(reason("https://nas.lan/")).toBe(
      "The callback is below .lan, a reserved name that does not exist on the public internet.",
    );
    expect(reason("https://ｒeader.example.org/")).toBe(
      "The callback has a host in an unusual spelling; expected it plainly, such as reader.example.org.",
    );
    expect(reason("https://reader.example.org:8443/")).toBe(
      "The callback has port 8443; expected the default port of https, 443.",
    );
    expect(reason("https://news.example.org/x")).toBe("The callback is an address of this service itself.");
  });
});
