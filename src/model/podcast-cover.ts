import type { MediaFile } from "./media-file.ts";
import type { Podcast } from "./podcast.ts";
import type { Publication } from "./publication.ts";

/** The picture formats that Apple shows. */
export const COVER_TYPES: ReadonlySet<string> = new Set(["image/jpeg", "image/png"]);

/** Pixels of a side (Apple, "A Podcaster's Guide to RSS"). */
export const MIN_COVER_SIDE = 1_400;
export const MAX_COVER_SIDE = 3_000;

/** Whether a picture can be the cover of a podcast: a square JPEG or PNG within Apple's limits. */
export function isCover({ mediaType, width, height }: MediaFile): boolean {
  if (width === undefined || width !== height || !COVER_TYPES.has(mediaType)) return false;
  return width >= MIN_COVER_SIDE && width <= MAX_COVER_SIDE;
}

/** The cover of a podcast: its own picture, or else a picture of the publication that can be one. */
export function coverOf({ image }: Podcast, { icon, logo }: Pick<Publication, "icon" | "logo">): MediaFile | undefined {
  return image ?? [logo, icon].flatMap((file) => file ?? []).find(isCover);
}
