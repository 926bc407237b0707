import type { MediaFile } from "../../model/media-file.ts";
import { mediaPath, PLACEHOLDER_ORIGIN } from "../../site/addresses.ts";

/**
 * What the bytes of a file in content/media tell. `name` is its path there, with slashes where it lies in a folder; `hash` the first
 * sixteen hexadecimal digits of the SHA-256 of its bytes.
 */
export type MediaFacts = {
  readonly name: string;
  readonly hash: string;
  readonly mediaType: string;
  readonly length: number;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
};

/** Folders are for the author alone: the hash keeps files of one name apart, so an address has the last part of the name. */
export function baseName(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}

/** `0a1b2c3d4e5f6071/ferry.jpg`: where the file is kept below `.dateline/media`. */
export function storedPath({ hash, name }: MediaFacts): string {
  return `${hash}/${baseName(name)}`;
}

/** @param duration in seconds, which only the author knows */
export function mediaFileOf(facts: MediaFacts, duration?: number): MediaFile {
  const { hash, name, mediaType, length, width, height } = facts;
  return {
    url: PLACEHOLDER_ORIGIN + mediaPath(hash, baseName(name)),
    mediaType,
    length,
    ...(width === undefined || height === undefined ? {} : { width, height }),
    ...(duration === undefined ? {} : { duration }),
  };
}
