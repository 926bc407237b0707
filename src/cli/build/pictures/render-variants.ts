import sharp, { type Sharp } from "sharp";
import type { MediaFile } from "../../../model/media-file.ts";
import { cleanLine } from "../../../model/text.ts";
import { type PictureVariant, type VariantFormat, variantsOf } from "../../../site/picture-variants.ts";
import { err, ok, type Result } from "../../../syntax/result.ts";
import { contentCredentials, withContentCredentials } from "./metadata/content-credentials.ts";
import { readRights } from "./metadata/read-rights.ts";

// A thread for each picture: the caller makes several at once. Nothing is read twice, so nothing is kept.
sharp.concurrency(1);
sharp.cache(false);

/** The largest cameras of phones take 200 megapixels. A picture is held in memory as a whole in some formats. */
export const MAX_PICTURE_PIXELS = 200_000_000;

/** What makes the bytes of a variant, beside the version of sharp. `VARIANT_RECIPE` names both. */
const ENCODERS: Readonly<Record<VariantFormat, (picture: Sharp) => Sharp>> = {
  "image/avif": (picture) => picture.avif({ quality: 52, effort: 3 }),
  "image/webp": (picture) => picture.webp({ quality: 80, effort: 4, smartSubsample: true }),
  "image/jpeg": (picture) => picture.jpeg({ quality: 82, mozjpeg: true }),
  "image/png": (picture) => picture.png({ compressionLevel: 9, effort: 7 }),
  "image/gif": (picture) => picture.gif({ effort: 7 }),
};

/** One variant with its bytes. */
export type RenderedVariant = { readonly variant: PictureVariant; readonly bytes: Uint8Array };

/**
 * Makes all variants of a picture: upright, in the colours of sRGB, and without metadata other than rights and content
 * credentials. The same bytes give the same variants. An error says in words what is wrong with the picture.
 *
 * @param file the facts of the original, of which `variantsOf` tells the variants
 */
export async function renderVariants(
  file: MediaFile,
  bytes: Uint8Array,
): Promise<Result<readonly RenderedVariant[], string>> {
  const formats = variantsOf(file);
  const widest = formats[0]?.variants.at(-1);
  if (!widest) return ok([]);
  const pixels = (file.width ?? 0) * (file.height ?? 0);
  if (pixels > MAX_PICTURE_PIXELS) return err(tooLarge(pixels));
  try {
    const input = sharp(bytes, { limitInputPixels: MAX_PICTURE_PIXELS, failOn: "error" });
    const metadata = await input.metadata();
    const rights = readRights(metadata);
    const credentials = contentCredentials(file.mediaType, bytes);
    // The original is decoded once. `fill`: both sides are known, and differ from the exact proportion by a rounding.
    const { data, info } = await input
      .autoOrient()
      .resize({ width: widest.width, height: widest.height, fit: "fill" })
      .toColourspace("srgb")
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    const rendered: RenderedVariant[] = [];
    for (const { variants } of formats) {
      for (const variant of variants) {
        const raw = sharp(data, { raw: { width, height, channels } });
        const sized =
          variant.width === width ? raw : raw.resize({ width: variant.width, height: variant.height, fit: "fill" });
        let encoded = ENCODERS[variant.mediaType](sized);
        if (rights.exif) encoded = encoded.withExif({ IFD0: rights.exif });
        if (rights.xmp !== undefined) encoded = encoded.withXmp(rights.xmp);
        const made = await encoded.toBuffer();
        rendered.push({
          variant,
          bytes: credentials ? withContentCredentials(variant.mediaType, made, credentials) : made,
        });
      }
    }
    return ok(rendered);
  } catch (error) {
    // sharp throws for whatever is wrong with a picture. The message may have several lines.
    if (!(error instanceof Error)) throw error;
    return err(`a picture that cannot be decoded: ${cleanLine(error.message).slice(0, 200)}`);
  }
}

function tooLarge(pixels: number): string {
  return `a picture of ${Math.round(pixels / 1_000_000)} megapixels`;
}
