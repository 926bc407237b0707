import { describe, expect, test } from "vitest";
import { durationOf } from "../../../../src/cli/build/measure-durations.ts";
import { wavOf } from "../../../fixtures/small-media.ts";

const bytes = (...parts: readonly (string | readonly number[] | Uint8Array)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part))));
const u32 = (value: number) => [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

/** MPEG-1 layer III, 32 kbit/s, 32,000 Hz, mono: 144 bytes and 36 ms a frame. Silence, as an encoder without tags writes. */
function mp3(frames: number, bitrates: readonly (1 | 2)[] = [1]): Uint8Array {
  const sizes = { 1: 144, 2: 180 };
  return bytes(
    ...Array.from({ length: frames }, (_, index) => {
      const bitrate = bitrates[index % bitrates.length] ?? 1;
      const frame = new Uint8Array(sizes[bitrate]);
      frame.set([0xff, 0xfb, (bitrate << 4) | 0x08, 0xc0]);
      return frame;
    }),
  );
}

/** STREAMINFO of 44,100 Hz (RFC 9639 section 8.2), without a frame. */
function flac(samples: number): Uint8Array {
  const rate = [0x0a, 0xc4, 0x42, 0xf0];
  return bytes("fLaC", [0x80, 0, 0, 34], [16, 0, 16, 0], [0, 0, 0, 0, 0, 0], rate, u32(samples), new Uint8Array(16));
}

const atom = (name: string, ...parts: readonly (readonly number[] | Uint8Array)[]) => {
  const content = bytes(...parts);
  return bytes(u32(8 + content.length), name, content);
};

/** An MPEG-4 file with one sound track and no samples: time scale 1,000. */
function mp4(milliseconds: number): Uint8Array {
  const times = [...u32(0), ...u32(0), ...u32(0), ...u32(1_000), ...u32(milliseconds)];
  const mvhd = atom("mvhd", times, u32(0x10000), [1, 0], new Uint8Array(74));
  const tkhd = atom("tkhd", u32(1), u32(0), u32(0), u32(1), u32(0), u32(milliseconds), new Uint8Array(60));
  const mdhd = atom("mdhd", times, [0x55, 0xc4, 0, 0]);
  const hdlr = atom("hdlr", u32(0), u32(0), Buffer.from("soun"), new Uint8Array(13));
  const sound = atom("mp4a", new Uint8Array(6), [0, 1], new Uint8Array(8), [0, 1, 0, 16], u32(0), u32(44_100 * 65_536));
  const tables = ["stts", "stsc", "stco"].map((name) => atom(name, u32(0), u32(0)));
  const stbl = atom("stbl", atom("stsd", u32(0), u32(1), sound), ...tables, atom("stsz", u32(0), u32(0), u32(0)));
  const trak = atom("trak", tkhd, atom("mdia", mdhd, hdlr, atom("minf", stbl)));
  return bytes(atom("ftyp", Buffer.from("M4A "), u32(0), Buffer.from("M4A mp42isom")), atom("moov", mvhd, trak));
}

describe("the duration of a file", () => {
  test.each([
    ["MP3 of one bit rate, without a tag", mp3(500), "audio/mpeg", 18],
    ["MP3 of several bit rates, without a tag", mp3(500, [1, 2, 2]), "audio/mpeg", 18],
    ["WAV", wavOf(3), "audio/wav", 3],
    ["FLAC", flac(88_200), "audio/flac", 2],
    ["MPEG-4", mp4(61_250), "audio/mp4", 61.25],
  ])("%s", async (_, file, mediaType, seconds) => {
    const duration = await durationOf(file, mediaType);
    expect(duration).toBeGreaterThan(seconds - 0.1);
    expect(duration).toBeLessThan(seconds + 0.1);
  });

  test.each([
    ["is damaged", bytes("fLaC", [0x80, 0])],
    ["is empty", new Uint8Array()],
    ["is something else", bytes("%PDF-1.7 ".repeat(20))],
  ])("is not known if the file %s", async (_, file) => {
    expect(await durationOf(file, "audio/flac")).toBeUndefined();
  });
});
