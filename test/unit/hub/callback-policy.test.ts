import { describe, expect, test } from "vitest";
import { judgeCallback } from "../../../src/hub/callback-policy.ts";
import { ABUSIVE_CALLBACKS, LOOPBACK_CALLBACKS } from "./abusive-callbacks.ts";

const DEPLOYED = { ownHosts: ["news.example.org", "dateline.reader.workers.dev"], allowLoopback: false };
const DEVELOPING = { ownHosts: ["localhost:8787"], allowLoopback: true };

const isAllowed = (address: string, setting = DEPLOYED) => judgeCallback(address, setting).ok;

describe("the hub never sends to", () => {
  test.each(Object.entries(ABUSIVE_CALLBACKS))("%s", (_, addresses) => {
    expect(addresses.filter((address) => isAllowed(address))).toEqual([]);
  });

  test("a hundred and more of them", () => {
    expect(new Set(Object.values(ABUSIVE_CALLBACKS).flat()).size).toBeGreaterThan(120);
  });

  test("loopback, unless it may", () => {
    expect(LOOPBACK_CALLBACKS.filter((address) => isAllowed(address))).toEqual([]);
    expect(LOOPBACK_CALLBACKS.filter((address) => !isAllowed(address, DEVELOPING))).toEqual([]);
  });

  test("its own address on loopback, by whichever name", () => {
    for (const name of ["localhost", "127.0.0.1", "127.1", "[::1]"])
      expect(isAllowed(`http://${name}:8787/hub`, DEVELOPING), name).toBe(false);
  });

  test("anything but loopback while developing either", () => {
    const others = Object.entries(ABUSIVE_CALLBACKS).filter(([about]) => about !== "our own");
    const allowed = others.flatMap(([, addresses]) => addresses.filter((address) => isAllowed(address, DEVELOPING)));
    const hosts = allowed.map((address) => new URL(address).hostname);
    expect(new Set(hosts)).toEqual(new Set(["localhost", "127.0.0.1", "[::1]"]));
  });
});

describe("a subscriber's address", () => {
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
  ])("%s is taken", (address, url, host) => {
    expect(judgeCallback(address, DEPLOYED)).toEqual({ ok: true, url, host });
  });

  test("that is refused is told why", () => {
    const reason = (address: string) => {
      const judged = judgeCallback(address, DEPLOYED);
      return judged.ok ? "" : judged.reason;
    };
    expect(reason("http://reader.example.org/")).toBe("The callback is not encrypted; expected https.");
    expect(reason("https://0x7f.1/")).toBe("The callback names an IP address; expected the name of a host.");
    expect(reason("https://nas.lan/")).toBe(
      "The callback is below .lan, which is reserved and no name of the public internet.",
    );
    expect(reason("https://ｒeader.example.org/")).toBe(
      "The callback has a host that is spelt in disguise; expected it plainly, such as reader.example.org.",
    );
    expect(reason("https://reader.example.org:8443/")).toBe(
      "The callback names port 8443; expected that of https, 443.",
    );
    expect(reason("https://news.example.org/x")).toBe("The callback leads back to this service itself.");
  });
});
