import type { IncomingMessage, ServerResponse } from "node:http";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { look } from "./look.ts";
import { redirect } from "./misbehaviour.ts";
import { startSite } from "./site.ts";

type Raw = (request: IncomingMessage, response: ServerResponse) => boolean;

const once =
  (respond: (response: ServerResponse) => void): Raw =>
  (_, response) => {
    respond(response);
    return true;
  };

/** Sends until the client closes the connection. */
function endless(response: ServerResponse): void {
  const more = () => {
    while (!response.destroyed && response.write("a".repeat(65_536)));
    if (!response.destroyed) response.once("drain", more);
  };
  more();
}

describe("a hostile server costs little", () => {
  const zeros = Buffer.alloc(200_000_000);

  test.each([
    ["gzip", gzipSync(zeros)],
    ["br", brotliCompressSync(zeros, { params: { 0: 0 } })],
  ])("the doctor stops reading a %s bomb at the limit", async (coding, bomb) => {
    expect(bomb.length).toBeLessThan(1_000_000);
    const before = process.memoryUsage().rss;
    const raw = once((response) => response.writeHead(200, { "content-encoding": coding }).end(bomb));
    const { findings } = await look({ quirks: { raw } });
    expect(findings.map(({ id, what }) => [id, /once decompressed/.test(what)])).toEqual([["fetch.size", true]]);
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  test("the doctor stops reading an endless body at the limit", async () => {
    const { findings } = await look({ quirks: { raw: once(endless) } });
    expect(findings.map(({ id }) => id)).toEqual(["fetch.size"]);
  });

  const drip = (write: (response: ServerResponse) => void) =>
    once((response) => {
      const timer = setInterval(() => write(response), 20);
      response.on("close", () => clearInterval(timer));
    });

  test.each([
    ["a slow body", drip((response) => response.write("<"))],
    ["slow header fields", drip((response) => response.socket?.write("H"))],
    ["endless early hints", drip((response) => response.writeEarlyHints({ link: "</a>; rel=preload" }))],
  ])("%s ends at the timeout", async (_, raw) => {
    const start = performance.now();
    const { findings, readable } = await look({ quirks: { raw }, settings: { timeoutMs: 300 } });
    expect(readable).toBe(false);
    expect(findings.map(({ id }) => id)).toEqual([expect.stringMatching(/^fetch\.(?:time|reachable)$/)]);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test("a server that stops answering gets few further requests", async () => {
    let requests = 0;
    const raw: Raw = () => ++requests > 1;
    const { findings, notChecked } = await look({ quirks: { raw }, settings: { timeoutMs: 100 } });
    expect(findings.map(({ id }) => id)).toContain("fetch.probes");
    expect(requests).toBeLessThan(8);
    expect(notChecked.map(({ what }) => what)).toContain("as Feedly");
  });

  test("a run stops at its limit of requests and names what it did not check", async () => {
    await using counted = await startSite();
    expect(counted.requests()).toBe(0);
    let requests = 0;
    const raw: Raw = () => {
      requests += 1;
      return false;
    };
    const report = await look({ at: "/", quirks: { raw } });
    expect(requests).toBe(60);
    expect(report.requests).toBe(60);
    expect(report.findings).toEqual([]);
    expect(new Set(report.notChecked.map(({ where }) => new URL(where).pathname))).toEqual(new Set(["/feed.json"]));
  });

  test("redirects count as requests", async () => {
    const chain = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`/${index}`, `/${index + 1}`]));
    const report = await look({ at: "/0", quirks: redirect({ ...chain, "/5": "/rss.xml" }) });
    expect(report).toMatchObject({ readable: false, requests: 6 });
  });

  test("a page with a hundred feeds has six of them checked", async () => {
    const links = Array.from(
      { length: 100 },
      (_, index) => `<link rel="alternate" type="application/rss+xml" title="${index}" href="/rss.xml?${index}">`,
    );
    const report = await look({
      at: "/",
      quirks: { document: () => `<!doctype html><html>${links.join("")}`, headers: ({ link: _, ...rest }) => rest },
    });
    expect(report.subjects).toHaveLength(7);
    expect(report.notChecked.filter(({ what }) => what === "all of it")).toHaveLength(94);
  });
});
