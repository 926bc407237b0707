import { describe, expect, test } from "vitest";
import { mayAskFor } from "../../../src/doctor/net/fetch-guard.ts";
import { typedAddress } from "../../../src/doctor/net/typed-address.ts";

describe("a typed address", () => {
  test.each([
    ["https://example.org/feed", "https://example.org/feed"],
    ["HTTP://Example.org", "http://example.org/"],
    ["feed:https://example.org/rss", "https://example.org/rss"],
    ["http://localhost:8787/rss.xml", "http://localhost:8787/rss.xml"],
  ])("keeps its scheme: %s", (typed, address) => expect(typedAddress(typed)).toEqual({ address }));

  test.each([
    ["localhost:8787", "http://localhost:8787/"],
    ["localhost", "http://localhost/"],
    ["127.0.0.1:8787/rss.xml", "http://127.0.0.1:8787/rss.xml"],
    ["[::1]:8787", "http://[::1]:8787/"],
    ["::1", "http://[::1]/"],
    ["192.168.1.20/feed", "http://192.168.1.20/feed"],
    ["host.local", "http://host.local/"],
    ["nas.lan:8080/rss", "http://nas.lan:8080/rss"],
    ["newsroom:8787", "http://newsroom:8787/"],
    ["blog.localhost:3000/", "http://blog.localhost:3000/"],
  ])("is http on this machine and in private networks: %s", (typed, address) =>
    expect(typedAddress(typed)).toEqual({ address }),
  );

  test.each([
    ["example.org", "https://example.org/", "http://example.org/"],
    ["example.org/feed?x=1", "https://example.org/feed?x=1", "http://example.org/feed?x=1"],
    ["example.org:8443/feed", "https://example.org:8443/feed", "http://example.org:8443/feed"],
    ["feed://example.org/rss", "https://example.org/rss", "http://example.org/rss"],
    ["bücher.example/feed", "https://xn--bcher-kva.example/feed", "http://xn--bcher-kva.example/feed"],
    ["93.184.215.14", "https://93.184.215.14/", "http://93.184.215.14/"],
  ])("is https for a public host, and http if that fails: %s", (typed, address, instead) =>
    expect(typedAddress(typed)).toEqual({ address, instead }),
  );

  test("is https if its port says so", () => {
    expect(typedAddress("localhost:443/x")).toEqual({ address: "https://localhost/x" });
  });

  test.each([
    "",
    " ",
    "feed",
    "dir/feed",
    "feed.xml",
    "list.opml",
    "ftp://example.org/",
    "file:///etc/passwd",
    "http://[",
    "a b.example",
    "?x=1",
  ])("is none: %j", (typed) => expect(typedAddress(typed)).toBeUndefined());
});

describe("what may be asked", () => {
  const mayAsk = (typed: string, url: string, mayAskPrivate = false) =>
    mayAskFor(typed, mayAskPrivate)("127.0.0.1", new URL(url));

  test.each([
    ["http://localhost:8787/", "http://localhost:8787/feed.json", true],
    ["http://localhost:8787/", "http://localhost:9000/", false],
    ["http://localhost:8787/", "https://localhost:8787/", false],
    ["http://localhost:8787/", "http://127.0.0.1:8787/", false],
    ["https://example.org/", "http://localhost/", false],
    // Its owner decides where a public name leads.
    ["https://example.org/", "https://example.org/", false],
    ["feeds.opml", "http://localhost/", false],
  ])("of a private address, from %s to %s: %s", (typed, url, may) => expect(mayAsk(typed, url)).toBe(may));

  test("is everything with --allow-private", () => {
    expect(mayAsk("https://example.org/", "http://localhost/", true)).toBe(true);
  });
});
