import { describe, expect, it } from "vitest";
import { detectEncoding, type EncodingHints } from "../../../../src/syntax/encoding/detect-encoding.ts";
import { DocumentDecoder } from "../../../../src/syntax/encoding/document-decoder.ts";

/** Reads bytes in pieces of `size`. Returns the text, what was said of the encoding, and the stray bytes. */
function read(bytes: Uint8Array, { size = bytes.length, ...hints }: EncodingHints & { size?: number } = {}) {
  const pieces = () =>
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    );
  const encoding = detectEncoding(pieces, hints);
  const decoder = new DocumentDecoder(encoding);
  const decoded = [...pieces().map((piece) => decoder.decode(piece)), decoder.end()];
  return {
    text: decoded.map(({ text }) => text).join(""),
    note: encoding.note,
    strays: decoded.flatMap(({ strays }) => strays.map(({ kind, found }) => `${kind}: ${found}`)),
  };
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));
const utf16 = (text: string, isBig = false) => {
  const bytes = Buffer.from(text, "utf16le");
  return Uint8Array.from(isBig ? bytes.swap16() : bytes);
};
const declaring = (name: string, text: string) => `<?xml version="1.0" encoding="${name}"?><a>${text}</a>`;
const bytesOf = (...codes: number[]) => Uint8Array.from(codes);
const join = (...parts: Uint8Array[]) => Uint8Array.from(Buffer.concat(parts));

describe("valid UTF-8 is UTF-8", () => {
  it.each(["utf-16", "UTF-16LE", "iso-8859-1", "us-ascii", "windows-1251", "x-none", "Shift_JIS", "utf-32"])(
    "even if it declares %s, and that is said",
    (name) => {
      const text = declaring(name, "Größe 5 – 東京 🛳");
      const { text: found, note } = read(utf8(text));
      expect(found).toBe(text);
      expect(note).toEqual({ kind: "repaired", message: `it declares the encoding ${name}, and its bytes are UTF-8` });
    },
  );

  it.each([
    ["declares nothing", utf8("<a>Größe</a>"), {}],
    ["declares UTF-8 in capitals", utf8(declaring("UTF8", "Größe")), {}],
    ["is ASCII, and declares a set that contains it", utf8(declaring("iso-8859-15", "Size")), {}],
    ["comes with another charset of the transport, in ASCII", utf8("<a/>"), { transport: "windows-1252" }],
  ])("without a word if it %s", (_, bytes, hints) => {
    expect(read(bytes, hints).note).toBeUndefined();
  });

  it("without its byte order mark, in pieces of any size", () => {
    for (const size of [1, 2, 3, 5, 100])
      expect(read(utf8("\uFEFFCafé 🛳"), { size })).toEqual({ text: "Café 🛳", note: undefined, strays: [] });
  });
});

describe("UTF-16", () => {
  const text = declaring("utf-16", "Größe – 東京 🛳");
  it.each([
    ["little-endian with a byte order mark", utf16(`\uFEFF${text}`)],
    ["big-endian with a byte order mark", utf16(`\uFEFF${text}`, true)],
    ["little-endian without one", utf16(text)],
    ["big-endian without one", utf16(text, true)],
  ])("is found: %s", (_, bytes) => {
    for (const size of [3, 64, bytes.length]) expect(read(bytes, { size }).text).toBe(text);
  });

  it("is found in text whose first letters are not ASCII", () => {
    const words = `“Größe” ${"on the quay and under way ".repeat(9)}`;
    expect(read(utf16(words)).text).toBe(words);
    expect(read(utf16(words, true)).text).toBe(words);
  });
});

describe("bytes that are not UTF-8", () => {
  it("are in the declared encoding", () => {
    const cyrillic = join(
      latin(declaring("windows-1251", "").slice(0, -4)),
      bytesOf(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2),
      latin("</a>"),
    );
    expect(read(cyrillic)).toEqual({ text: declaring("windows-1251", "Привет"), note: undefined, strays: [] });
    const japanese = join(
      latin(declaring("Shift_JIS", "").slice(0, -4)),
      bytesOf(0x93, 0x8c, 0x8b, 0x9e),
      latin("</a>"),
    );
    expect(read(japanese, { size: 3 }).text).toBe(declaring("Shift_JIS", "東京"));
    const seven = join(
      latin(declaring("ISO-2022-JP", "").slice(0, -4)),
      bytesOf(0x1b, 0x24, 0x42, 0x45, 0x6c, 0x35, 0x7e, 0x1b, 0x28, 0x42),
    );
    expect(read(seven).text).toContain("東京");
  });

  it("are in the charset of the transport, if none is declared or the declared one is UTF-8", () => {
    const greek = bytesOf(0x3c, 0x61, 0x3e, 0xca, 0xe1, 0xeb, 0xe7, 0xec, 0xdd, 0xf1, 0xe1);
    expect(read(greek, { transport: "iso-8859-7" }).text).toBe("<a>Καλημέρα");
    expect(read(greek, { declared: "utf-8", transport: "iso-8859-7" }).text).toBe("<a>Καλημέρα");
  });

  it.each([
    ["declares UTF-8", declaring("UTF-8", "Caf\u00e9 \u0096 \u0093\u00e9t\u00e9\u0094 2 \u0080")],
    ["declares nothing", "<a>Caf\u00e9 \u0096 \u0093\u00e9t\u00e9\u0094 2 \u0080</a>"],
    ["declares what nobody knows", declaring("x-none", "Caf\u00e9 \u0096 \u0093\u00e9t\u00e9\u0094 2 \u0080")],
  ])("are windows-1252 otherwise, and that is said: a document that %s", (_, written) => {
    const { text, note, strays } = read(latin(written), { size: 7 });
    expect(text).toContain("Café – “été” 2 €");
    expect(note).toEqual({ kind: "guessed", message: expect.stringMatching(/read as windows-1252$/) });
    expect(strays).toEqual([]);
  });
});

describe("stray bytes in UTF-8", () => {
  const good = "Fähre, Größe, Öl, Küste ";
  it.each([1, 2, 3, 4, 64])("are read as windows-1252 and named, in pieces of %i bytes", (size) => {
    const bytes = join(utf8(good), bytesOf(0xe9), utf8("t"), bytesOf(0x94), utf8(" ü"));
    expect(read(bytes, { size })).toEqual({
      text: `${good}ét” ü`,
      note: undefined,
      strays: ['guessed: byte E9, read as "é"', 'guessed: byte 94, read as "”"'],
    });
  });

  it("that begin a character and do not end it are left out and named, also at the end", () => {
    const bytes = join(utf8(good), bytesOf(0xe2, 0x80), utf8(" a"), bytesOf(0xf0, 0x9f, 0x9b));
    for (const size of [1, 2, 64])
      expect(read(bytes, { size })).toMatchObject({
        text: `${good} a`,
        strays: ["lost: bytes E2 80", "lost: bytes F0 9F 9B"],
      });
  });

  it("that are surrogates become their character", () => {
    const bytes = join(utf8(good), bytesOf(0xed, 0xa0, 0xbd, 0xed, 0xbb, 0xb3), utf8("."));
    for (const size of [1, 4, 64]) expect(read(bytes, { size }).text).toBe(`${good}🛳.`);
  });

  it("do not make the rest of the text another encoding, whatever is declared", () => {
    const bytes = join(utf8(declaring("iso-8859-1", good)), bytesOf(0xe9));
    expect(read(bytes)).toMatchObject({
      text: `${declaring("iso-8859-1", good)}é`,
      strays: ['guessed: byte E9, read as "é"'],
    });
  });
});
