import type { MediaFile } from "../../model/media-file.ts";
import { mediaPath, PLACEHOLDER_ORIGIN } from "../../site/addresses.ts";
import { takesVariants } from "../../site/picture-variants.ts";

/**
 * The facts about a file in content/media that its bytes tell. `name` is its path in that folder, with slashes. `hash`
 * is the first sixteen hexadecimal digits of the SHA-256 of its bytes. `length` is in bytes, `width` and `height` are
 * in pixels, `duration` is in seconds. Only a build measures the duration. `isStill` is true of a picture of pixels that
 * does not move; it is missing of files of which an earlier version did not note it.
 */
export type MediaFacts = {
  readonly name: string;
  readonly hash: string;
  readonly mediaType: string;
  readonly length: number;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly duration?: number | undefined;
  readonly isStill?: boolean | undefined;
};

/** The last segment of a name. Addresses have no folders, because the hash distinguishes files of the same name. */
export function baseName(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}

/** The path of a file below `.dateline/assets/media` and below `/media/`: `0a1b2c3d4e5f6071/ferry.jpg`. */
export function storedPath({ hash, name }: MediaFacts): string {
  return `${hash}/${baseName(name)}`;
}

/** Describes a file for the model. @param stated the duration in seconds that the author states */
export function mediaFileOf(facts: MediaFacts, stated?: number): MediaFile {
  const { hash, name, mediaType, length, width, height } = facts;
  const duration = stated ?? facts.duration;
  return {
    url: PLACEHOLDER_ORIGIN + mediaPath(hash, baseName(name)),
    mediaType,
    length,
    ...(width === undefined || height === undefined ? {} : { width, height }),
    ...(duration === undefined ? {} : { duration }),
  };
}

/** Whether pages and feeds show smaller variants of the file. No JPEG moves, so of one it need not be noted. */
export function hasVariants(facts: MediaFacts): boolean {
  return (facts.isStill ?? facts.mediaType === "image/jpeg") && takesVariants(facts, baseName(facts.name));
}
