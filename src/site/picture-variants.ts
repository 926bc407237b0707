import { MEDIA_PREFIX } from "./addresses.ts";

/**
 * The variants of a picture of ours: smaller pictures that pages and feeds show in its place. Their addresses follow
 * from the facts of the original, so that whoever renders, serves or makes them agrees. decisions/0055 says why.
 */

/** In pixels. A picture that is narrower than one of these has a variant of its own width in place of it. */
export const VARIANT_WIDTHS = [400, 800, 1200];

/** A picture that is not wider than this many pixels is as small as it should be. */
export const MAX_TINY_WIDTH = 200;

/** Both are written before the original's format, and a browser takes the first that it knows. */
const MODERN_FORMATS = ["image/avif", "image/webp"] as const;

const EXTENSIONS = {
  "image/avif": "avif",
  "image/webp": "webp",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/gif": "gif",
};

/** A format that variants are made in. */
export type VariantFormat = keyof typeof EXTENSIONS;

/**
 * Names how variants are made: the version of sharp, and our settings of it. Other bytes need another name, because
 * caches keep what is at an address for good. A test compares it with the installed version.
 */
export const VARIANT_RECIPE = "0355a";

/** The facts of a picture that its variants follow from. */
type Original = {
  readonly url: string;
  readonly mediaType: string;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
};

/** `width` and `height` are in pixels. */
export type PictureVariant = {
  readonly url: string;
  readonly mediaType: VariantFormat;
  readonly width: number;
  readonly height: number;
};

/** The variants of a picture, by format. A browser that knows neither of the first two gets one of the last. */
export type FormatVariants = { readonly mediaType: VariantFormat; readonly variants: readonly PictureVariant[] };

/** The name of a file may have 255 bytes in a file system, and that of a variant is longer than the original's. */
const MAX_NAME_BYTES = 240;

/**
 * Whether a still picture has variants. A vector drawing has any size already.
 *
 * @param name the name of its file
 */
export function takesVariants({ mediaType, width = 0, height = 0 }: Omit<Original, "url">, name: string): boolean {
  const isShort = new TextEncoder().encode(name).length <= MAX_NAME_BYTES;
  return Object.hasOwn(EXTENSIONS, mediaType) && width > MAX_TINY_WIDTH && height > 0 && isShort;
}

/** The variants of a picture of ours, narrowest first, for which `takesVariants` holds. */
export function variantsOf({ url, mediaType, width = 0, height = 0 }: Original): readonly FormatVariants[] {
  const [, origin = "", hash = "", name = ""] = ADDRESS.exec(url) ?? [];
  const own = Object.keys(EXTENSIONS).find((each): each is VariantFormat => each === mediaType);
  if (hash === "" || !own || width < 1 || height < 1) return [];
  const widths = [...new Set(VARIANT_WIDTHS.map((each) => Math.min(each, width)))];
  // Few readers of feeds and few programs that show previews know AVIF.
  const last = own === "image/avif" ? "image/webp" : own;
  const formats = [...MODERN_FORMATS.filter((each) => each !== last), last] as const;
  return formats.map((format) => ({
    mediaType: format,
    variants: widths.map((each) => ({
      url: `${origin}${MEDIA_PREFIX}${hash}-${VARIANT_RECIPE}/${name}.${each}.${EXTENSIONS[format]}`,
      mediaType: format,
      width: each,
      height: Math.max(1, Math.round((height * each) / width)),
    })),
  }));
}

const ADDRESS = /^([a-z]+:\/\/[^/]+)\/media\/([0-9a-f]+)\/([^/?#]+)$/;

/** The variant for readers that take one address only: the widest in the format that every program knows. */
export function plainVariant(original: Original): PictureVariant | undefined {
  return variantsOf(original).at(-1)?.variants.at(-1);
}

/** What the path of a variant below `/media/` says. `original` is the path of the original. */
export type VariantPath = { readonly original: string; readonly width: number; readonly mediaType: VariantFormat };

/** Reads the path of a variant below `/media/`, decoded. Returns undefined if it is another path. */
export function readVariantPath(path: string): VariantPath | undefined {
  const [, hash = "", recipe, name = "", width = "", extension] =
    /^([0-9a-f]+)-([0-9a-z]+)\/(.+)\.(\d{1,5})\.([a-z]+)$/s.exec(path) ?? [];
  const found = Object.entries(EXTENSIONS).find((entry) => entry[1] === extension);
  const mediaType = Object.keys(EXTENSIONS).find((each): each is VariantFormat => each === found?.[0]);
  if (recipe === undefined || !mediaType) return undefined;
  return { original: `${hash}/${name}`, width: Number(width), mediaType };
}

/** The path of the original, if a path below `/media/` is that of a variant: what was copied from a page or a feed. */
export function originalPath(path: string): string {
  return readVariantPath(path)?.original ?? path;
}
