import { describe, expect, test } from "vitest";
import { articleNamed } from "../fixtures/file-content.ts";
import { plainArticle, publication } from "../fixtures/full-article.ts";
import { serve } from "./serve.ts";

const file = (name: string, mediaType: string, length: number) => ({
  url: `https://news.example.org/media/${name}`,
  mediaType,
  length,
});
const draft = articleNamed("draft", { status: "draft" });
const media = [
  {
    path: "0a/a b.txt",
    file: file("0a/a%20b.txt", "text/plain", 10),
    articles: [plainArticle.id],
    ofPublication: false,
  },
  { path: "0b/icon.svg", file: file("0b/icon.svg", "image/svg+xml", 3), articles: [], ofPublication: true },
  { path: "0c/later.png", file: file("0c/later.png", "image/png", 3), articles: ["tag:nobody"], ofPublication: false },
];
const files = { "/0a/a b.txt": "0123456789", "/0b/icon.svg": "svg", "/0c/later.png": "png", "/0d/other": "x" };
const { get } = serve({ articles: [plainArticle, draft], artifact: { publication, media }, files });

describe("a media file", () => {
  test("is sent with its type and as immutable, to every origin, and cannot run scripts", async () => {
    const response = await get("/media/0a/a%20b.txt");
    expect(Object.fromEntries(response.headers)).toEqual({
      etag: '"0a"',
      "cache-control": "public, max-age=31536000, immutable",
      "accept-ranges": "bytes",
      "x-content-type-options": "nosniff",
      "access-control-allow-origin": "*",
      "access-control-expose-headers": "ETag, Last-Modified, Link, Content-Location",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      "cross-origin-resource-policy": "cross-origin",
      "content-type": "text/plain; charset=utf-8",
      "content-length": "10",
    });
    expect(await response.text()).toBe("0123456789");
    expect((await get("/media/0b/icon.svg")).headers.get("content-type")).toBe("image/svg+xml");
  });

  test("is not found if no public article uses it", async () => {
    for (const path of ["/media/0c/later.png", "/media/0d/other", "/media/0a/other.txt"])
      expect((await get(path)).status).toBe(404);
  });

  test("is answered with 304 if the client has it", async () => {
    expect((await get("/media/0a/a%20b.txt", { "if-none-match": '"0a"' })).status).toBe(304);
  });

  test.each([
    ["bytes=0-3", 206, "bytes 0-3/10", "0123"],
    ["bytes=7-", 206, "bytes 7-9/10", "789"],
    ["bytes=-2", 206, "bytes 8-9/10", "89"],
    ["bytes=-20", 206, "bytes 0-9/10", "0123456789"],
    ["bytes=5-99", 206, "bytes 5-9/10", "56789"],
    ["bytes=10-", 416, "bytes */10", undefined],
    ["bytes=-0", 416, "bytes */10", undefined],
    ["bytes=3-1", 200, null, "0123456789"],
    ["bytes=0-1,4-5", 200, null, "0123456789"],
    ["lines=1-2", 200, null, "0123456789"],
    ["bytes=a-b", 200, null, "0123456789"],
  ])("is answered to Range %s with %s", async (range, status, contentRange, body) => {
    const response = await get("/media/0a/a%20b.txt", { range });
    expect([response.status, response.headers.get("content-range")]).toEqual([status, contentRange]);
    if (body !== undefined) expect(await response.text()).toBe(body);
  });

  test("is sent whole if If-Range names another tag", async () => {
    const part = (condition: string) => get("/media/0a/a%20b.txt", { range: "bytes=0-0", "if-range": condition });
    expect((await part('"0a"')).status).toBe(206);
    expect((await part('"0b"')).status).toBe(200);
    expect((await part("Wed, 01 Jul 2026 00:00:00 GMT")).status).toBe(200);
  });
});
