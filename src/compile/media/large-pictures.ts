import type { ContentFault } from "../content-fault.ts";
import type { MediaFacts } from "./media-facts.ts";

/** Bytes of a picture that fills a screen, in any common format. A reader on a phone waits seconds for more. */
const MAX_PICTURE_BYTES = 2_000_000;

/**
 * A warning for each picture that is larger than readers should have to load: it is served as it is. A picture that was
 * uploaded has the name of its address.
 */
export function largePictures(used: readonly MediaFacts[]): readonly ContentFault[] {
  return [...new Set(used)]
    .filter(({ length, mediaType }) => mediaType.startsWith("image/") && length > MAX_PICTURE_BYTES)
    .map((picture) => ({ file: `content/media/${picture.name}`, ...largePicture(picture) }));
}

function largePicture({ height, length, width }: MediaFacts): Pick<ContentFault, "found" | "expected"> {
  const size = width === undefined || height === undefined ? "" : ` (${width} × ${height} pixels)`;
  return {
    found: `a picture of ${megabytes(length)}${size}`,
    expected: `at most ${megabytes(MAX_PICTURE_BYTES)}: it is sent to readers as it is, and phones load it slowly`,
  };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, "")} MB`;
}
