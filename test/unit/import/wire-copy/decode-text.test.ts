import { describe, expect, it } from "vitest";
import { decodeText } from "../../../../src/import/wire-copy/decode-text.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("decodeText", () => {
  it("decodes UTF-8, and UTF-16 with a byte order mark", () => {
    expect(decodeText(bytes("\ufeffQuay “é”"))).toEqual({ ok: true, value: { text: "Quay “é”", notes: [] } });
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0x51, 0, 0xe9, 0]))).toEqual({
      ok: true,
      value: { text: "Qé", notes: [] },
    });
    expect(decodeText(new Uint8Array([0xfe, 0xff, 0, 0x51, 0, 0xe9]))).toEqual({
      ok: true,
      value: { text: "Qé", notes: [] },
    });
  });

  it("accepts text that only begins like markup", () => {
    for (const text of ["[Update] Quay opens", "{Quay} opens", "<3 for the quay", "--- Quay"])
      expect(decodeText(bytes(text))).toEqual({ ok: true, value: { text, notes: [] } });
  });

  it("decodes windows-1252 and stray bytes, and says so", () => {
    expect(decodeText(new Uint8Array([0x51, 0xe9, 0x20, 0x93, 0x80]))).toEqual({
      ok: true,
      value: { text: "Qé “€", notes: [expect.stringMatching(/not UTF-8, and was read as windows-1252/)] },
    });
    const stray = new Uint8Array([...bytes("Fähre\nGröße "), 0xe9, ...bytes(" Öl")]);
    expect(decodeText(stray)).toEqual({
      ok: true,
      value: { text: "Fähre\nGröße é Öl", notes: [expect.stringMatching(/line 2: .*byte E9/)] },
    });
  });

  it("decodes UTF-16 without a byte order mark", () => {
    const text = "The quay is open. ";
    const wide = new Uint8Array([...text].flatMap((sign) => [sign.charCodeAt(0), 0]));
    expect(decodeText(wide)).toEqual({ ok: true, value: { text, notes: [] } });
  });

  it.each(["Caf\uFFFD", "CafÃ© Ã\u00A0 la plage"])("says that a text is damaged: %s", (text) => {
    expect(decodeText(bytes(text))).toEqual({
      ok: true,
      value: { text, notes: [expect.stringMatching(/^text: the source has/)] },
    });
  });

  it.each([
    ["an empty file", bytes(""), { kind: "empty" }],
    ["white space", bytes(" \n\u00a0"), { kind: "empty" }],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), { kind: "not text" }],
    ["zero bytes", new Uint8Array(20), { kind: "not text" }],
    ["HTML", bytes("<!DOCTYPE html><p>Quay"), { kind: "markup", language: "HTML or XML" }],
    ["a feed", bytes('\n<?xml version="1.0"?><rss/>'), { kind: "markup", language: "HTML or XML" }],
    ["JSON", bytes('{"title": "Quay"}'), { kind: "markup", language: "JSON" }],
    ["an article's file", bytes("---\ntitle: Quay\n---\n"), { kind: "markup", language: "front matter" }],
    ["a file that is too large", new Uint8Array(1_000_001).fill(0x20), { kind: "too large", bytes: 1_000_001 }],
  ])("refuses %s", (_, input, error) => {
    expect(decodeText(input)).toEqual({ ok: false, error });
  });
});
