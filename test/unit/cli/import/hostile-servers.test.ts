import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Transfer } from "../../../../src/cli/import/transfer-limits.ts";
import { fetchGuard } from "../../../../src/doctor/net/fetch-guard.ts";
import { emptyRepository } from "./import-in.ts";

const { run, names } = emptyRepository();

/** The server that the person typed, and another one on the same machine, which only a stranger's feed names. */
let typed: Server;
let inner: Server;
let origin = "";
let secret = "";
let innerRequests = 0;

const item = (name: string) =>
  `<item><title>${name}</title><guid isPermaLink="false">tag:old.example.org,2019:${name}</guid><pubDate>Wed, 01 May 2019 09:30:00 GMT</pubDate><description>It is ${name}.</description></item>`;
const rss = (inside: string) =>
  `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><link>${origin}/</link>${inside}</channel></rss>`;
const older = (address: string) => `<atom:link rel="prev-archive" href="${address}"/>`;

const ANSWERS: Readonly<Record<string, (response: ServerResponse, query: string) => void>> = {
  "/feed": (response) => response.end(rss(item("a"))),
  "/to-secret": (response) => response.writeHead(302, { location: `${secret}/feed` }).end(),
  "/to-feed": (response) => response.writeHead(302, { location: "/feed" }).end(),
  "/round": (response) => response.writeHead(302, { location: "/round" }).end(),
  "/page": (response) =>
    response.end(`<!doctype html><link rel="alternate" type="application/rss+xml" href="${secret}/feed">`),
  "/archives": (response) => response.end(rss(item("a") + older(`${secret}/feed`))),
  "/chain": (response, query) => {
    const page = Number(query || "0");
    response.end(rss(item(`n${page}`) + older(`${origin}/chain?${page + 1}`)));
  },
  "/same": (response, query) => response.end(rss(item("a") + older(`${origin}/same?${Number(query || "0") + 1}`))),
  "/drip": (response) => {
    response.write(rss(item("a")));
    const timer = setInterval(() => response.write(" "), 50);
    response.on("close", () => clearInterval(timer));
  },
  "/bomb": (response) =>
    response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(rss(item("a")) + " ".repeat(60_000_000))),
  "/packed": (response) => response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(rss(item("a")))),
  "/mispacked": (response) => response.writeHead(200, { "content-encoding": "gzip" }).end("no gzip"),
  "/cut": (response) => {
    response.writeHead(200, { "content-length": "5000" });
    response.write(rss(item("a")));
    setTimeout(() => response.destroy(), 20);
  },
};

async function listen(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  typed = createServer((request, response) => {
    const [path = "", query = ""] = (request.url ?? "").split("?");
    const answer = ANSWERS[path];
    if (answer) answer(response, query);
    else response.writeHead(404).end();
  });
  inner = createServer((_, response) => {
    innerRequests += 1;
    response.end(rss(item("secret")));
  });
  origin = await listen(typed);
  secret = await listen(inner);
});
afterAll(() => {
  for (const server of [typed, inner]) {
    server.closeAllConnections();
    server.close();
  }
});

describe("an address of this machine that the person typed", () => {
  it.each(["/feed", "/to-feed", "/packed"])("is followed: %s", async (path) => {
    expect((await run(origin + path)).isWhole).toBe(true);
    expect(names()).toEqual(["a.html"]);
  });

  it.each(["/to-secret", "/page"])("may not lead to another one: %s", async (path) => {
    const before = innerRequests;
    const { problems } = await run(origin + path);
    expect(problems).toEqual([
      expect.stringContaining(
        `could not be fetched: ${secret}/feed leads to 127.0.0.1, which is not on the public internet; --allow-private lets it be fetched`,
      ),
    ]);
    expect(innerRequests).toBe(before);
    expect((await run(origin + path, "--allow-private")).isWhole).toBe(true);
    expect(names()).toEqual(["secret.html"]);
  });

  it("may not lead to another one by its archives", async () => {
    const before = innerRequests;
    expect((await run(`${origin}/archives`)).summary[0]).toBe(
      `not followed, since it is on another host: ${secret}/feed`,
    );
    expect(innerRequests).toBe(before);
  });
});

describe("fetchGuard", () => {
  it.each([
    ["http://127.0.0.1:80/feed", "http://127.0.0.1/archive", "127.0.0.1", true],
    ["http://localhost:8787/feed", "http://localhost:8787/a", "::1", true],
    ["http://localhost:8787/feed", "http://localhost:9999/a", "127.0.0.1", false],
    ["http://nas.local/feed", "http://nas.local/b", "192.168.1.7", true],
    ["http://127.0.0.1/feed", "http://169.254.169.254/", "169.254.169.254", false],
    ["https://news.example.org/feed", "https://news.example.org/feed", "10.0.0.1", false],
    ["https://news.example.org/feed", "https://news.example.org/feed", "93.184.215.14", true],
    ["export.xml", "http://localhost/a.png", "127.0.0.1", false],
  ])("of %s for %s at %s: %s", (source, address, ip, expected) => {
    expect(fetchGuard(source, false)(new URL(address))(ip)).toBe(expected);
    expect(fetchGuard(source, true)(new URL(address))(ip)).toBe(true);
  });
});

describe("a server without an end", () => {
  it("that redirects in a circle ends", async () => {
    expect((await run(`${origin}/round`)).problems).toEqual([
      `${origin}/round: could not be fetched: more than 10 redirects, the last to ${origin}/round`,
    ]);
  });

  it("of archives ends after a limit, which the report names", async () => {
    const { problems, total } = await run(`${origin}/chain`, "--max-archives", "3");
    expect(problems).toEqual([`${origin}/chain?4: not fetched: 3 archives were; --max-archives sets the limit`]);
    expect(total).toBe("4 articles written, 0 unchanged, 1 failed");
  });

  it("that sends the same page under every number ends at the second", async () => {
    expect((await run(`${origin}/same`)).total).toBe("1 article written, 0 unchanged, 1 repeated");
  });

  it("that sends a byte now and then ends by a total time", async () => {
    const { problems } = await run(`${origin}/drip`, "--max-time", "1");
    expect(problems).toEqual([
      `${origin}/drip: less than 10000 bytes a second in more than 1 s; --max-time sets the limit`,
    ]);
  });
});

describe("a document that did not come as a whole", () => {
  it.each([
    ["/cut", /^the connection broke after \d+ bytes \(.+\); run the same command again$/],
    ["/mispacked", /^sends bytes that are not what its Content-Encoding says$/],
    ["/bomb", /^\d+ bytes that decompress to more than \d+; expected at most 200 times as many$/],
  ])("writes nothing: %s", async (path, message) => {
    const { problems } = await run(origin + path);
    expect(problems.map((line) => line.replace(`${origin}${path}: `, ""))).toEqual([expect.stringMatching(message)]);
    expect(names()).toEqual([]);
  });
});

describe("Transfer", () => {
  const limits = { timeoutMs: 1_000, maxTimeMs: 120_000, maxBytes: 2_000_000_000 };

  it("lets a gigabyte come slowly", () => {
    let now = 0;
    const transfer = new Transfer(limits, () => now);
    transfer.start();
    const piece = 1_000_000;
    for (let bytes = 0; bytes < 1_000_000_000; bytes += piece) {
      now += (piece / 11_000) * 1_000;
      expect(transfer.take(piece, { wire: bytes, decoded: bytes })).toBeUndefined();
    }
  });

  it("counts the bytes and the time of all documents together", () => {
    let now = 0;
    const transfer = new Transfer({ ...limits, maxBytes: 100 }, () => now);
    transfer.start();
    expect(transfer.take(60, { wire: 60, decoded: 60 })).toBeUndefined();
    now += 100_000;
    transfer.end();
    transfer.start();
    expect(transfer.take(60, { wire: 60, decoded: 60 })).toBe("more than 100 bytes; --max-bytes sets the limit");
    now += 30_000;
    expect(transfer.late()).toContain("--max-time");
  });
});
