import sharp, { type Sharp } from "sharp";
import type { MediaFile } from "../../../../../src/model/media-file.ts";
import { PLACEHOLDER_ORIGIN } from "../../../../../src/site/addresses.ts";

/** A picture of four plain fields, so that it is seen which side is up, and what colour each corner has. */
export function quarters(width: number, height: number): Sharp {
  const [w, h] = [Math.floor(width / 2), Math.floor(height / 2)];
  const field = (background: string) => ({ create: { width: w, height: h, channels: 3 as const, background } });
  return sharp({ create: { width, height, channels: 3, background: "#ffffff" } }).composite([
    { input: field("#ff0000"), left: 0, top: 0 },
    { input: field("#00ff00"), left: w, top: 0 },
    { input: field("#0000ff"), left: 0, top: h },
  ]);
}

/** The facts of an original, as the compiler finds them. */
export function original(name: string, mediaType: string, width: number, height: number): MediaFile {
  return { url: `${PLACEHOLDER_ORIGIN}/media/0a1b2c3d4e5f6071/${name}`, mediaType, length: 1, width, height };
}

/** The colour near the corner of a picture, each channel rounded to full or none. */
export async function cornerOf(bytes: Uint8Array, side: "left" | "right"): Promise<string> {
  const { data, info } = await sharp(bytes)
    .toColourspace("srgb")
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (4 * info.width + (side === "left" ? 4 : info.width - 5)) * info.channels;
  return [0, 1, 2].map((channel) => ((data[at + channel] ?? 0) > 127 ? "f" : "0")).join("");
}

/** A store of manifests with some content, as a JUMBF box. */
export function manifestStore(size: number): Uint8Array {
  const description = Buffer.concat([
    Buffer.from([0, 0, 0, 30]),
    Buffer.from("jumdc2pa"),
    Buffer.from("0011001080000000aa00389b71", "hex"),
    Buffer.from("c2pa\0"),
  ]);
  const content = Buffer.alloc(size, "manifest ");
  const box = Buffer.concat([Buffer.alloc(4), Buffer.from("jumb"), description, content]);
  box.writeUInt32BE(box.length, 0);
  return box;
}
