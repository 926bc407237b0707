import type { ContentFault } from "../content-fault.ts";
import { hasVariants, type MediaFacts } from "./media-facts.ts";
import { megabytes } from "./megabytes.ts";

/** Bytes of a picture that fills a screen, in any common format. A reader on a phone waits seconds for more. */
const MAX_PICTURE_BYTES = 2_000_000;
/** Pixels of a side. No screen of a reader shows more. */
const MAX_PICTURE_SIDE = 4_000;

/**
 * A warning for each picture that is larger than it should be. A picture that was uploaded has the name of its address.
 */
export function largePictures(used: readonly MediaFacts[]): readonly ContentFault[] {
  return [...new Set(used)].filter(isLarge).map((picture) => ({
    file: `content/media/${picture.name}`,
    ...largePicture(picture),
  }));
}

function isLarge({ length, mediaType, width = 0, height = 0 }: MediaFacts): boolean {
  if (!mediaType.startsWith("image/")) return false;
  // The size of a drawing is only a proportion.
  const isWide = mediaType !== "image/svg+xml" && Math.max(width, height) > MAX_PICTURE_SIDE;
  return length > MAX_PICTURE_BYTES || isWide;
}

function largePicture(picture: MediaFacts): Pick<ContentFault, "found" | "expected"> {
  const { height, length, width } = picture;
  const size = width === undefined || height === undefined ? "" : ` (${width} × ${height} pixels)`;
  // In a newsroom it is not known here whether anything makes variants.
  const why = hasVariants(picture)
    ? "it slows down every build and upload"
    : "it is sent to readers as it is, and phones load it slowly";
  return {
    found: `a picture of ${megabytes(length)}${size}`,
    expected: `at most ${megabytes(MAX_PICTURE_BYTES)} and ${MAX_PICTURE_SIDE} pixels a side: ${why}`,
  };
}
