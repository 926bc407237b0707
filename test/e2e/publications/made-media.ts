import { crc32, deflateSync } from "node:zlib";

/** The bytes of an 8-bit RGB picture of one colour (PNG, third edition, sections 5 and 11). */
export function plainPng(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc((width * 3 + 1) * height, 0x60);
  for (let y = 0; y < height; y += 1) rows[y * (width * 3 + 1)] = 0;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND")]);
}

function chunk(type: string, data = Buffer.alloc(0)): Buffer {
  const checked = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const whole = Buffer.alloc(checked.length + 8);
  whole.writeUInt32BE(data.length, 0);
  whole.set(checked, 4);
  whole.writeUInt32BE(crc32(checked), checked.length + 4);
  return whole;
}

/** MPEG-1 Audio Layer III, 44,100 Hz, 32 kbit/s, one channel, without padding (ISO/IEC 11172-3, section 2.4.1). */
const FRAME_HEADER = [0xff, 0xfb, 0x10, 0xc0] as const;
const FRAME_BYTES = Math.floor((144 * 32_000) / 44_100);
const FRAMES_PER_SECOND = 44_100 / 1_152;

/** Silence as an MP3 file. All bytes behind the header of a frame are 0, which means: no sound. */
export function silentMp3(seconds: number): Uint8Array {
  const frame = Buffer.alloc(FRAME_BYTES);
  frame.set(FRAME_HEADER);
  return Buffer.concat(Array.from({ length: Math.round(seconds * FRAMES_PER_SECOND) }, () => frame));
}
