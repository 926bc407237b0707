import sharp from "sharp";
import { expect, test } from "vitest";
import { inspectMedia } from "../../../../src/compile/media/inspect-media.ts";
import { isStillPicture } from "../../../../src/compile/media/still-picture.ts";

const frame = (background: string) => ({ create: { width: 40, height: 30, channels: 4 as const, background } });
async function moving(format: "gif" | "webp"): Promise<Uint8Array> {
  const pictures = ["#f00", "#0f0"].map((background) => sharp(frame(background)).png().toBuffer());
  return sharp(await Promise.all(pictures), { join: { animated: true } })
    .toFormat(format)
    .toBuffer();
}

test.each(["gif", "webp"] as const)("a %s of one frame is still, and one of more moves", async (format) => {
  expect(isStillPicture(`image/${format}`, await sharp(frame("#f00")).toFormat(format).toBuffer())).toBe(true);
  expect(isStillPicture(`image/${format}`, await moving(format))).toBe(false);
});

test.each(["jpeg", "png", "avif"] as const)("a common %s is still", async (format) => {
  expect(isStillPicture(`image/${format}`, await sharp(frame("#f00")).toFormat(format).toBuffer())).toBe(true);
});

test("a PNG with the control chunk of an animation moves", async () => {
  const png = await sharp(frame("#f00")).png().toBuffer();
  const control = Buffer.from("000000086163544c0000000200000000f38d9370", "hex");
  const moving = Buffer.concat([png.subarray(0, 33), control, png.subarray(33)]);
  expect(isStillPicture("image/png", moving)).toBe(false);
  const inspected = await inspectMedia("a.png", moving);
  expect(inspected.ok && inspected.value.isStill).toBeFalsy();
});

test("an AVIF of the brand of sequences moves", async () => {
  const avif = await sharp(frame("#f00")).avif().toBuffer();
  const brand = avif.indexOf("mif1");
  expect(brand).toBeGreaterThan(0);
  avif.write("avis", brand);
  expect(isStillPicture("image/avif", avif)).toBe(false);
});

test("bytes that end early or lead nowhere end the reading", () => {
  for (const type of ["image/png", "image/gif", "image/webp", "image/avif"])
    for (const length of [0, 3, 13, 21, 64]) {
      expect(typeof isStillPicture(type, new Uint8Array(length))).toBe("boolean");
      expect(typeof isStillPicture(type, new Uint8Array(length).fill(255))).toBe("boolean");
    }
});
