import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatFault } from "../../../../src/compile/content-fault.ts";
import { inspectMedia, MAX_MEDIA_BYTES } from "../../../../src/compile/media/inspect-media.ts";

const GIF = Buffer.from("R0lGODlhAgADAIAAAAAAAP///yH5BAEAAAAALAAAAAACAAMAAAIBRAA7", "base64");
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAHCAYAAADAp4fuAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const MP3 = Uint8Array.from({ length: 417 }, (_, index) => [0xff, 0xfb, 0x90, 0x64][index] ?? 0);
const PDF = Buffer.from("%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n<<>>\nendobj\n", "latin1");
const text = (content: string) => new TextEncoder().encode(content);

/** The header of a JPEG of 4 × 2 pixels with the given Exif orientation. */
function jpeg(orientation: number): Uint8Array {
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  const frame = [0xff, 0xc0, 0, 17, 8, 0, 2, 0, 4, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2, ...exif, ...frame, 0xff, 0xd9]);
}

const factsOf = async (name: string, bytes: Uint8Array) => {
  const media = await inspectMedia(name, bytes);
  return media.ok ? media.value : formatFault(media.error);
};
const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex").slice(0, 16);

describe("inspectMedia reads the facts of a file from its bytes", () => {
  const svg = text('<svg xmlns="http://www.w3.org/2000/svg" width="10.4" height="20"><path d="M0 0"/></svg>');
  it.each([
    ["a.gif", GIF, { mediaType: "image/gif", width: 2, height: 3, isStill: true }],
    ["2026/03/b.PNG", PNG, { mediaType: "image/png", width: 5, height: 7, isStill: true }],
    ["c.jpg", jpeg(1), { mediaType: "image/jpeg", width: 4, height: 2, isStill: true }],
    ["d.jpeg", jpeg(6), { mediaType: "image/jpeg", width: 2, height: 4, isStill: true }],
    ["e.svg", svg, { mediaType: "image/svg+xml", width: 10, height: 20 }],
    ["f.svg", text('<svg xmlns="http://www.w3.org/2000/svg"/>'), { mediaType: "image/svg+xml" }],
    ["g.mp3", MP3, { mediaType: "audio/mpeg" }],
    ["h.pdf", PDF, { mediaType: "application/pdf" }],
    ["i.csv", text("a;b\r\n1;é\r\n"), { mediaType: "text/csv" }],
    ["j.txt", text("渡輪"), { mediaType: "text/plain" }],
    ["k.vtt", text("WEBVTT\n\n00:00.000 --> 00:01.000\nA"), { mediaType: "text/vtt" }],
  ])("of %s", async (name, bytes, facts) => {
    expect(await factsOf(name, bytes)).toEqual({ name, hash: hashOf(bytes), length: bytes.length, ...facts });
  });

  it("of the pictures in content/media", async () => {
    const name = "icon.png";
    const bytes = readFileSync(join(import.meta.dirname, "../../../../content/media", name));
    expect(await factsOf(name, bytes)).toMatchObject({ mediaType: "image/png", width: expect.any(Number) });
  });
});

describe("inspectMedia refuses a file whose bytes or name do not fit", () => {
  it.each([
    ["a.png", GIF, "found image/gif; expected image/png, as its extension says"],
    ["a.jpg", text("no picture"), "found bytes of no known format; expected image/jpeg, as its extension says"],
    ["a.mp3", PDF, "found application/pdf; expected audio/mpeg, as its extension says"],
    ["a.txt", PNG, "found image/png; expected text/plain"],
    ["a.csv", Uint8Array.of(0x61, 0, 0x62), "found bytes that are not UTF-8 text; expected text/csv"],
    ["a.txt", Uint8Array.of(0xe9, 0x61), "found bytes that are not UTF-8 text; expected text/plain"],
    ["a.vtt", text("00:00 A"), 'found "00:00 A"; expected text/vtt, which begins with WEBVTT'],
    ["a.svg", GIF, "found image/gif; expected image/svg+xml"],
    ["a.gif", new Uint8Array(), "found an empty file; expected image/gif"],
    ["a.pdf", new Uint8Array(MAX_MEDIA_BYTES + 1), "found 26214401 bytes; expected at most 26214400"],
  ])("such as %s", async (name, bytes, message) => {
    expect(await factsOf(name, bytes)).toBe(`content/media/${name}: ${message}`);
  });

  it.each([
    ["a.html", 'the extension "html"'],
    ["a.jgp", 'the extension "jgp"'],
    ["noextension", "a name without an extension"],
    ["folder.png/noextension", "a name without an extension"],
  ])("%s is refused whatever its bytes are", async (name, found) => {
    expect(await factsOf(name, PNG)).toMatch(
      new RegExp(`^content/media/${name}: found ${found}; expected one of jpg, jpeg, png, `),
    );
  });
});
