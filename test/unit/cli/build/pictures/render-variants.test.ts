import sharp from "sharp";
import { describe, expect, test, vi } from "vitest";
import {
  contentCredentials,
  withContentCredentials,
} from "../../../../../src/cli/build/pictures/metadata/content-credentials.ts";
import { renderVariants } from "../../../../../src/cli/build/pictures/render-variants.ts";
import type { MediaFile } from "../../../../../src/model/media-file.ts";
import { cornerOf, manifestStore, original, quarters } from "./sample-pictures.ts";

vi.setConfig({ testTimeout: 60_000 });

async function variantsOf(file: MediaFile, bytes: Uint8Array) {
  const rendered = await renderVariants(file, bytes);
  if (!rendered.ok) throw new Error(rendered.error);
  return rendered.value;
}

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
 xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"
 xmpRights:Marked="True" exif:GPSLatitude="47,22.5N">
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© Harbour &amp; Hill</rdf:li></rdf:Alt></dc:rights>
<dc:subject><rdf:Bag><rdf:li>at-home</rdf:li></rdf:Bag></dc:subject>
<plus:DataMining>http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED</plus:DataMining>
</rdf:Description></rdf:RDF></x:xmpmeta>`;

describe("the variants of a picture", () => {
  test("have three widths in three formats, and the proportions of the original", async () => {
    const bytes = await quarters(1500, 1000).jpeg().toBuffer();
    const made = await variantsOf(original("quay.jpg", "image/jpeg", 1500, 1000), bytes);
    const facts = await Promise.all(
      made.map(async ({ variant, bytes: each }) => {
        const { format, compression, width, height } = await sharp(each).metadata();
        expect([variant.width, variant.height]).toEqual([width, height]);
        return `${compression === "av1" ? "avif" : format} ${width}×${height}`;
      }),
    );
    const sizes = ["400×267", "800×533", "1200×800"];
    expect(facts).toEqual(["avif", "webp", "jpeg"].flatMap((format) => sizes.map((size) => `${format} ${size}`)));
  });

  test("are never wider than the original, and have its format if that is PNG or GIF", async () => {
    const png = await quarters(600, 300).png().toBuffer();
    const made = await variantsOf(original("map.png", "image/png", 600, 300), png);
    expect(made.map(({ variant }) => `${variant.mediaType} ${variant.width}`)).toEqual([
      "image/avif 400",
      "image/avif 600",
      "image/webp 400",
      "image/webp 600",
      "image/png 400",
      "image/png 600",
    ]);
    const gif = await quarters(300, 300).gif().toBuffer();
    const last = (await variantsOf(original("map.gif", "image/gif", 300, 300), gif)).at(-1);
    expect(last && (await sharp(last.bytes).metadata()).format).toBe("gif");
  });

  test("keep what is transparent", async () => {
    const bytes = await sharp({ create: { width: 300, height: 300, channels: 4, background: "#ff000080" } })
      .png()
      .toBuffer();
    for (const { bytes: each } of await variantsOf(original("a.png", "image/png", 300, 300), bytes))
      expect((await sharp(each).stats()).isOpaque).toBe(false);
  });

  test("stand upright, whatever the camera noted", async () => {
    // Orientation 6 is shown turned by 90° to the right: what was at the left below is at the left above.
    const bytes = await quarters(600, 400).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    for (const { bytes: each } of await variantsOf(original("a.jpg", "image/jpeg", 400, 600), bytes)) {
      const { width, height, orientation } = await sharp(each).metadata();
      expect([width, height, orientation ?? 1]).toEqual([400, 600, 1]);
      expect([await cornerOf(each, "left"), await cornerOf(each, "right")]).toEqual(["00f", "f00"]);
    }
  });

  test("have the colours of the original, in sRGB", async () => {
    // The same numbers mean another red in Display P3. A browser would show them duller without the profile.
    const p3 = await sharp({ create: { width: 300, height: 300, channels: 3, background: "#c86432" } })
      .withIccProfile("p3")
      .png()
      .toBuffer();
    const shown = await sharp(p3).toColourspace("srgb").raw().toBuffer();
    const made = await variantsOf(original("a.png", "image/png", 300, 300), p3);
    for (const { variant, bytes: each } of made) {
      const { icc } = await sharp(each).metadata();
      expect(icc).toBeUndefined();
      const pixels = await sharp(each).removeAlpha().raw().toBuffer();
      for (const channel of [0, 1, 2])
        expect(Math.abs((pixels[channel] ?? 0) - (shown[channel] ?? 0)), variant.mediaType).toBeLessThan(6);
    }
  });

  test("lose the place and the camera, and keep whose the picture is", async () => {
    const bytes = await quarters(300, 300)
      .jpeg()
      .withExif({
        IFD0: { Copyright: "© 2026 Ada Ferrier", Artist: "Ada Ferrier", Make: "Kamera" },
        IFD3: { GPSLatitudeRef: "N", GPSLatitude: "47/1 22/1 0/1" },
      })
      .withXmp(XMP)
      .toBuffer();
    expect(bytes.includes("Kamera")).toBe(true);
    for (const { variant, bytes: each } of await variantsOf(original("a.jpg", "image/jpeg", 300, 300), bytes)) {
      const { exif, xmpAsString = "" } = await sharp(each).metadata();
      // The texts of Exif are ASCII. XMP has them as they were.
      expect(exif?.includes("2026 Ada Ferrier"), variant.mediaType).toBe(true);
      expect(xmpAsString).toContain("© Harbour &amp; Hill");
      expect(xmpAsString).toContain("<xmpRights:Marked>True</xmpRights:Marked>");
      expect(xmpAsString).toContain("DMI-PROHIBITED");
      for (const lost of ["Kamera", "GPSLatitude", "47,22.5N", "at-home"])
        expect(Buffer.from(each).includes(lost), `${lost} in ${variant.mediaType}`).toBe(false);
      // The directory of GPS of Exif has a tag of its own, in either order of bytes.
      expect(exif?.includes(Buffer.from([0x88, 0x25])) || exif?.includes(Buffer.from([0x25, 0x88]))).toBe(false);
    }
  });

  test("have no metadata at all if the original tells nobody's rights", async () => {
    const bytes = await quarters(300, 300)
      .jpeg()
      .withExif({ IFD0: { Make: "Kamera" } })
      .toBuffer();
    for (const { bytes: each } of await variantsOf(original("a.jpg", "image/jpeg", 300, 300), bytes)) {
      const { exif, xmp, icc } = await sharp(each).metadata();
      expect([exif, xmp, icc]).toEqual([undefined, undefined, undefined]);
    }
  });

  test.each([
    ["image/jpeg", "jpeg"],
    ["image/png", "png"],
    ["image/webp", "webp"],
    ["image/avif", "avif"],
  ] as const)("keep the content credentials of %s, however large", async (mediaType, format) => {
    const box = manifestStore(150_001);
    const plain = await quarters(300, 300).withXmp(XMP).toFormat(format).toBuffer();
    const bytes = withContentCredentials(mediaType, plain, box);
    expect(contentCredentials(mediaType, bytes)).toEqual(Buffer.from(box));
    for (const { variant, bytes: each } of await variantsOf(original(`a.${format}`, mediaType, 300, 300), bytes)) {
      const found = contentCredentials(variant.mediaType, each);
      expect(found && Buffer.from(box).equals(found), variant.mediaType).toBe(true);
      expect(await cornerOf(each, "left")).toBe("f00");
    }
  });

  test("are the same bytes each time", async () => {
    const bytes = await quarters(500, 300).png().toBuffer();
    const file = original("a.png", "image/png", 500, 300);
    const [one, two] = [await variantsOf(file, bytes), await variantsOf(file, bytes)];
    expect(one.map((each) => Buffer.from(each.bytes).toString("base64"))).toEqual(
      two.map((each) => Buffer.from(each.bytes).toString("base64")),
    );
  });
});

describe("a picture that cannot be read", () => {
  test.each(["jpeg", "png", "webp", "avif"] as const)("is a fault: %s that is cut off", async (format) => {
    const bytes = await quarters(900, 900).toFormat(format).toBuffer();
    const cut = bytes.subarray(0, Math.floor(bytes.length * 0.6));
    const rendered = await renderVariants(original("a.x", `image/${format}`, 900, 900), cut);
    expect(rendered).toEqual({ ok: false, error: expect.stringMatching(/^a picture that cannot be decoded: \S/) });
  });

  test("is a fault: a bomb, whether its header or only its file says how large it is", async () => {
    const create = { width: 20_000, height: 20_000, channels: 3 as const, background: "#000" };
    const bomb = await sharp({ create, limitInputPixels: false }).png().toBuffer();
    expect(await renderVariants(original("a.png", "image/png", 20_000, 20_000), bomb)).toEqual({
      ok: false,
      error: "a picture of 400 megapixels",
    });
    expect(await renderVariants(original("a.png", "image/png", 300, 300), bomb)).toEqual({
      ok: false,
      error: expect.stringContaining("pixel limit"),
    });
  });
});
