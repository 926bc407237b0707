import type { MediaFile } from "../../model/media-file.ts";
import { COVER_TYPES, isCover, MAX_COVER_SIDE, MIN_COVER_SIDE } from "../../model/podcast-cover.ts";

const number = new Intl.NumberFormat("en");

/** What Apple expects of a cover. */
export const COVER = `a square JPEG or PNG with sides of ${number.format(MIN_COVER_SIDE)} to ${number.format(MAX_COVER_SIDE)} pixels`;

/**
 * What is wrong with a picture as a cover, with the nearest picture that would be right. Returns undefined if nothing
 * is wrong.
 */
export function coverFault(file: MediaFile): { readonly found: string; readonly expected: string } | undefined {
  if (isCover(file)) return undefined;
  const { mediaType, width, height } = file;
  const isType = COVER_TYPES.has(mediaType);
  if (width === undefined || height === undefined)
    return { found: `${mediaType} of unknown size`, expected: isType ? COVER : `${COVER}, and not ${mediaType}` };
  const side = Math.min(MAX_COVER_SIDE, Math.max(MIN_COVER_SIDE, width, height));
  const nearest = `${number.format(side)} × ${number.format(side)} pixels${isType ? "" : ", as JPEG or PNG"}`;
  return {
    found: `${mediaType}, ${number.format(width)} × ${number.format(height)} pixels`,
    expected: `${COVER}; the nearest is ${nearest}`,
  };
}
