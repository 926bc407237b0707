import { readFileSync } from "node:fs";
import { type InspectedMedia, inspectMedia } from "../../../compile/media/inspect-media.ts";
import type { ListedFile } from "../list-content.ts";
import { withDuration } from "../measure-durations.ts";
import type { CachedMedia, CompileCache } from "./compile-cache.ts";
import { fileStamp, isUnchanged } from "./file-stamp.ts";

/** Files that are inspected before they are kept for later runs. */
const FILES_A_TRANSACTION = 100;

/**
 * Inspects the files of content/media, and measures durations. Those that did not change since an earlier run are not
 * read again.
 *
 * @param files by their path in that folder
 * @param now milliseconds since the epoch
 */
export async function inspectFolder(
  cache: CompileCache,
  files: ReadonlyMap<string, ListedFile>,
  now: () => number,
): Promise<readonly InspectedMedia[]> {
  const known = cache.media();
  const all: InspectedMedia[] = [];
  let fresh: CachedMedia[] = [];
  const keep = () => {
    cache.transaction(() => fresh.forEach((each) => void cache.addMedia(each)));
    fresh = [];
  };
  for (const [name, { path, status }] of files) {
    const earlier = known.get(name);
    known.delete(name);
    if (earlier && isUnchanged(earlier, status)) {
      all.push(earlier.media);
      continue;
    }
    const readAt = now();
    const bytes = readFileSync(path);
    const media = await withDuration(await inspectMedia(name, bytes), bytes);
    all.push(media);
    fresh.push({ ...fileStamp(status, readAt), media });
    if (fresh.length === FILES_A_TRANSACTION) keep();
  }
  if (fresh.length > 0) keep();
  if (known.size > 0) cache.transaction(() => cache.removeMedia([...known.keys()]));
  return all;
}
