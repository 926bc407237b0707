import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect } from "vitest";
import { exchange } from "../harness/exchange.ts";
import { test } from "../harness/served-test.ts";
import { readArticlesThatAreOut } from "../harness/written-articles.ts";

/** What a client receives through wrangler's own proxy, which may compress and decompress by its own rules. */

const PATHS = ["/", "/rss.xml", "/atom.xml", "/feed.json", "/feed", "an article"] as const;

/** The path of an article is known only when there is a copy of the project to read. */
function pathOf(path: string, root: string): string {
  const [first] = readArticlesThatAreOut(root);
  return path === "an article" ? `/articles/${encodeURIComponent(first?.slug ?? "")}` : path;
}

const opaque = (etag: string | undefined) => etag?.replace(/^W\//, "");

describe.for(PATHS)("%s", (name) => {
  test.for([
    ["br", "br", brotliDecompressSync],
    ["gzip", "gzip", gunzipSync],
    ["br, gzip, deflate, zstd", "br", brotliDecompressSync],
    ["br;q=0, gzip;q=0.5", "gzip", gunzipSync],
    ["identity", undefined, (bytes: Buffer) => bytes],
  ] as const)('Accept-Encoding "%s" selects the expected coding', async ([accepted, coding, decode], { server }) => {
    const path = pathOf(name, server.root);
    const plain = await server.get(path);
    expect(plain.status).toBe(200);
    expect(plain.headers["content-encoding"]).toBeUndefined();

    const coded = await server.get(path, { "accept-encoding": accepted });
    expect(coded.headers["content-encoding"]).toBe(coding);
    expect(decode(coded.body).equals(plain.body)).toBe(true);
    if (coding) expect(coded.body.length).toBeLessThan(plain.body.length / 2);
    expect(opaque(coded.headers.etag)).toMatch(/^"[\w.-]+"$/);
    expect(opaque(coded.headers.etag)).toBe(opaque(plain.headers.etag));
    expect(String(coded.headers.vary)).toMatch(/(?:^|, )Accept-Encoding(?:,|$)/);
    expect(coded.headers["content-type"]).toBe(plain.headers["content-type"]);

    const again = await server.get(path, {
      "accept-encoding": accepted,
      "if-none-match": String(coded.headers.etag),
    });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect(opaque(again.headers.etag)).toBe(opaque(coded.headers.etag));
    expect(again.headers["cache-control"]).toBe(coded.headers["cache-control"]);
    expect(again.headers.vary).toBe(coded.headers.vary);
  });

  // If several codings have the same weight, wrangler sends the first named for the types that it compresses itself.
  test("a browser that names gzip first can decode the response of a Worker that chose brotli", async ({ server }) => {
    const path = pathOf(name, server.root);
    const headers = { "accept-encoding": "gzip, deflate, br, zstd", "user-agent": "browser" };
    const requests = await server.requestsDuring(async () => {
      const { headers: got, body } = await server.get(path, headers);
      const decode = got["content-encoding"] === "br" ? brotliDecompressSync : gunzipSync;
      expect(decode(body).equals((await server.get(path)).body)).toBe(true);
    });
    expect(requests.find(({ userAgent }) => userAgent === "browser")?.coding).toBe("br");
  });

  test("a request with the date of the last response returns 304", async ({ server }) => {
    const path = pathOf(name, server.root);
    const { headers } = await server.get(path);
    const modified = String(headers["last-modified"]);
    expect((await server.get(path, { "if-modified-since": modified })).status).toBe(304);
    const earlier = new Date(Date.parse(modified) - 1_000).toUTCString();
    expect((await server.get(path, { "if-modified-since": earlier })).status).toBe(200);
    const other = await server.get(path, { "if-none-match": '"other"', "if-modified-since": modified });
    expect(other.status).toBe(200);
  });

  test("HEAD returns the headers of GET without a body", async ({ server }) => {
    const path = pathOf(name, server.root);
    const got = await server.get(path);
    const head = await exchange(server.origin, path, { method: "HEAD" });
    const { "content-length": _, "transfer-encoding": __, ...told } = got.headers;
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect(head.headers).toMatchObject(told);
  });

  test.for(["POST", "PUT", "DELETE", "PATCH"])("%s returns 405", async (method, { server }) => {
    const { status, headers } = await exchange(server.origin, pathOf(name, server.root), { method });
    expect([status, headers.allow]).toEqual([405, "GET, HEAD, OPTIONS"]);
  });
});

test("a request for an unavailable form returns 406 with the available forms", async ({ server }) => {
  const { status, headers, text } = await server.get("/feed", { accept: "image/png, application/problem+json;q=0.1" });
  expect(status).toBe(406);
  expect(headers["content-type"]).toBe("application/problem+json; charset=utf-8");
  expect(JSON.parse(text).available).toEqual([
    { mediaType: "application/rss+xml", address: `${server.origin}/rss.xml` },
    { mediaType: "application/atom+xml", address: `${server.origin}/atom.xml` },
    { mediaType: "application/feed+json", address: `${server.origin}/feed.json` },
    { mediaType: "text/html", address: `${server.origin}/` },
  ]);
});

test.for([
  ["*/*", "text/plain; charset=utf-8"],
  ["text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8"],
  ["application/json", "application/problem+json; charset=utf-8"],
  ["application/rss+xml", "application/problem+xml; charset=utf-8"],
] as const)("a 404 response has the requested form: %s", async ([accept, mediaType], { server }) => {
  for (const path of ["/nothing", "/articles/nothing", "/articles/%E0%A4%A", "/media/0/nothing.png"]) {
    const { status, headers } = await server.get(path, { accept });
    expect([path, status, headers["content-type"]]).toEqual([path, 404, mediaType]);
    expect(headers["cache-control"]).toBe("no-cache");
  }
});

test.for([
  ["/rss", "/rss.xml"],
  ["/feed.xml", "/rss.xml"],
  ["/index.xml", "/rss.xml"],
  ["/atom", "/atom.xml"],
  ["/index.json", "/feed.json"],
  ["/feed/", "/feed"],
] as const)("%s redirects to %s", async ([path, target], { server }) => {
  const { status, headers } = await server.get(path);
  expect([status, headers.location]).toEqual([301, server.origin + target]);
});

test("a browser that navigates to a feed gets a page that no cache may store, and gets the feed with ?raw", async ({
  server,
}) => {
  const navigation = { "sec-fetch-dest": "document", "sec-fetch-mode": "navigate", accept: "text/html,*/*;q=0.8" };
  const page = await server.get("/rss.xml", navigation);
  expect(page.headers).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "private, no-store",
    vary: "Accept-Encoding, Sec-Fetch-Dest",
  });
  const raw = await server.get("/rss.xml?raw", navigation);
  const plain = await server.get("/rss.xml");
  expect(raw.headers["content-type"]).toBe("application/rss+xml; charset=utf-8");
  expect(raw.text).toBe(plain.text);
});
