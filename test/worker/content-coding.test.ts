import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { serve } from "./serve.ts";

const { get } = serve();

/** A Worker does not decode the body of a response that it reads, so the tests see the encoded bytes. */
test.each([
  ["br, gzip", "br"],
  ["gzip, br", "br"],
  ["gzip", "gzip"],
  ["gzip;q=1, br;q=0.5", "gzip"],
  ["*", "br"],
  ["br;q=0, *", "gzip"],
  ["identity", null],
  ["", null],
  ["zstd, deflate", null],
])("Accept-Encoding %j is answered with the coding %s", async (accepted, coding) => {
  for (const path of ["/", "/rss.xml", "/atom.xml", "/feed.json"]) {
    const plain = await get(path);
    const response = await get(path, { "accept-encoding": accepted });
    expect(response.headers.get("content-encoding")).toBe(coding);
    expect(response.headers.get("etag")).toBe(plain.headers.get("etag"));
    expect(response.headers.get("vary")).toContain("Accept-Encoding");
    const bytes = new Uint8Array(await response.arrayBuffer());
    const decoded = coding === "br" ? brotliDecompressSync(bytes) : coding === "gzip" ? gunzipSync(bytes) : bytes;
    expect(new TextDecoder().decode(decoded)).toBe(await plain.text());
  }
});
