import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseBuffer } from "music-metadata";
import type { InspectedMedia } from "../../compile/media/inspect-media.ts";

/**
 * Adds the duration of sound and film, which the files themselves tell. A file whose duration cannot be read stays
 * without, and its article may state it.
 */
export async function measureDurations(
  media: readonly InspectedMedia[],
  folder: string,
): Promise<readonly InspectedMedia[]> {
  const measured: InspectedMedia[] = [];
  // One after another: a file is up to 25 MB.
  for (const each of media)
    measured.push(isTimed(each) ? await withDuration(each, readFileSync(join(folder, each.name))) : each);
  return measured;
}

/** Adds the duration of one file that was inspected, if it is sound or film. @param bytes those of the file */
export async function withDuration(media: InspectedMedia, bytes: Uint8Array): Promise<InspectedMedia> {
  if (!media.ok || !isTimed(media)) return media;
  const duration = await durationOf(bytes, media.value.mediaType);
  return { ...media, value: { ...media.value, ...(duration !== undefined && { duration }) } };
}

function isTimed(media: InspectedMedia): boolean {
  return media.ok && /^(?:audio|video)\//.test(media.value.mediaType);
}

/** The duration in seconds, to the millisecond. Undefined if the file does not tell it. */
export async function durationOf(bytes: Uint8Array, mediaType: string): Promise<number | undefined> {
  try {
    // With `duration`, an MP3 that does not tell its length is read to its end.
    const { format } = await parseBuffer(bytes, { mimeType: mediaType }, { duration: true, skipCovers: true });
    const { duration = 0 } = format;
    const rounded = Math.round(duration * 1_000) / 1_000;
    return Number.isFinite(rounded) && rounded > 0 ? rounded : undefined;
  } catch {
    // The package throws at a file that is damaged, or that it does not know.
    return undefined;
  }
}
