import { brotliCompressSync, brotliDecompressSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { hotName, packHotDocument, unpackHotDocument } from "../../../src/http/hot/hot-document.ts";
import { readHotDocuments } from "../../../src/http/hot/read-hot-documents.ts";
import { bytesIn } from "../../../src/http/representation/content-coding.ts";
import { createRepresentation } from "../../../src/http/representation/representation.ts";

const NOW = Date.UTC(2026, 5, 1, 12);
const KEY = "form rss  https://news.example everything  ";
const TEXT = "Grüße\n\n制裁 ".repeat(200);

function document(key = KEY, validUntil?: number) {
  const representation = createRepresentation(
    { text: TEXT, mediaType: "text/html", modified: NOW - 1_000, validUntil, headers: [["Link", "<a>"]] },
    NOW,
  );
  const plain = bytesIn(representation, "identity");
  const codings: typeof representation.codings = new Map([
    ["gzip", gzipSync(plain)],
    ["br", brotliCompressSync(plain)],
  ]);
  return { key, representation: { ...representation, codings } };
}

function open(documents: readonly ReturnType<typeof document>[], from = NOW) {
  const opened: string[] = [];
  const files = new Map(
    documents.map((each) => [hotName(each.key), Uint8Array.from(packHotDocument(each)).buffer] as const),
  );
  const read = readHotDocuments({ from, names: [...files.keys()] }, async (name) => {
    opened.push(name);
    return files.get(name);
  });
  return { read, opened };
}

describe("a hot document", () => {
  test.each([undefined, NOW + 5_000])("is the same after it was stored, valid until %s", (validUntil) => {
    const before = document(KEY, validUntil);
    const { key, representation } = unpackHotDocument(packHotDocument(before));
    expect(key).toBe(KEY);
    expect({ ...representation, codings: undefined }).toEqual({ ...before.representation, codings: undefined });
    expect(Buffer.from(bytesIn(representation, "identity")).toString("utf8")).toBe(TEXT);
    expect(brotliDecompressSync(bytesIn(representation, "br")).toString("utf8")).toBe(TEXT);
  });

  test("is not decoded before a client needs that", () => {
    const { representation } = unpackHotDocument(packHotDocument(document()));
    bytesIn(representation, "br");
    bytesIn(representation, "gzip");
    expect([...representation.codings.keys()].toSorted()).toEqual(["br", "gzip"]);
  });

  test("is right from the time of the build until the clock changes it", async () => {
    const { read } = open([document(KEY, NOW + 5_000)]);
    const etagAt = async (now: number) => (await read(KEY, now))?.etag;
    const { etag } = document().representation;
    expect(await etagAt(NOW - 1)).toBeUndefined();
    expect(await etagAt(NOW)).toBe(etag);
    expect(await etagAt(NOW + 4_999)).toBe(etag);
    expect(await etagAt(NOW + 5_000)).toBeUndefined();
  });

  test("is read only if the build has it", async () => {
    const { read, opened } = open([document()]);
    expect(await read(`${KEY}x`, NOW)).toBeUndefined();
    expect(opened).toEqual([]);
    await read(KEY, NOW);
    expect(opened).toEqual([hotName(KEY)]);
  });

  test("is not taken for another one", async () => {
    const read = readHotDocuments(
      { from: NOW, names: [hotName(KEY)] },
      async () => Uint8Array.from(packHotDocument(document("another key"))).buffer,
    );
    expect(await read(KEY, NOW)).toBeUndefined();
  });
});
