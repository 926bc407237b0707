import { brotliDecompressSync } from "node:zlib";
import { percentEncodePath } from "../syntax/percent.ts";
import type { ReadDataFile } from "./files/read/content-files.ts";
import type { MediaFiles } from "./media-files.ts";

/** The Static Assets of a build. Only the Worker reads them: it answers every request itself (`run_worker_first`). */
type Assets = { fetch(request: Request): Promise<Response> };

/** The folders of the assets. */
export const MEDIA_FOLDER = "media";
export const CONTENT_FOLDER = "content";
export const HOT_FOLDER = "hot";

/** The binding looks at the path only, but a request needs a host. It gets nothing of the reader's request. */
async function openAsset(assets: Assets, path: string): Promise<Response | undefined> {
  const asset = await assets.fetch(new Request(`https://assets.invalid/${path}`));
  if (asset.ok && asset.body) return asset;
  await asset.body?.cancel();
  return undefined;
}

/**
 * The media of a build. The binding does not promise to honour Range, and an asset has at most 25 MiB, so a part is cut
 * from the complete file in memory.
 */
export function assetFiles(assets: Assets): MediaFiles {
  return {
    open: async (path, part) => {
      const asset = await openAsset(assets, `${MEDIA_FOLDER}/${percentEncodePath(path)}`);
      return part ? (await asset?.arrayBuffer())?.slice(part.first, part.last + 1) : (asset?.body ?? undefined);
    },
  };
}

/** The data files of a build, which are compressed. */
export function contentFiles(assets: Assets): ReadDataFile {
  return async (path) => {
    const asset = await openAsset(assets, `${CONTENT_FOLDER}/${path}`);
    return asset && brotliDecompressSync(await asset.arrayBuffer()).toString("utf8");
  };
}

/** The files of the hot documents of a build, by name. */
export function hotFiles(assets: Assets): (name: string) => Promise<ArrayBuffer | undefined> {
  return async (name) => (await openAsset(assets, `${HOT_FOLDER}/${name}`))?.arrayBuffer();
}
