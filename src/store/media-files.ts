import { percentEncodePath } from "../syntax/percent.ts";
import type { ByteRange } from "../syntax/range.ts";

/**
 * The bytes of media, by path below `/media/`: `<hash>/<name>`. An `ArticleStore` decides whether a file may be served.
 */
export type MediaFiles = {
  /** Returns the file, or the given part of it, or undefined if there is no such file. */
  open(path: string, part?: ByteRange): Promise<ReadableStream | ArrayBuffer | undefined>;
};

/** The binding looks at the path only, but a request needs a host. */
const ASSETS_HOST = "https://assets.invalid";

/**
 * Reads from the Static Assets of the build. The binding does not promise to honour Range, and an asset has at most 25
 * MiB, so a part is cut from the complete file in memory.
 */
export function assetFiles(assets: { fetch(request: Request): Promise<Response> }): MediaFiles {
  return {
    open: async (path, part) => {
      const asset = await assets.fetch(new Request(`${ASSETS_HOST}/${percentEncodePath(path)}`));
      if (!asset.ok || !asset.body) {
        await asset.body?.cancel();
        return undefined;
      }
      return part ? (await asset.arrayBuffer()).slice(part.first, part.last + 1) : asset.body;
    },
  };
}

/** Reads from a newsroom's bucket, where each file is stored under its path. A part is read with a ranged request. */
export function bucketFiles(bucket: R2Bucket): MediaFiles {
  return {
    open: async (path, part) => {
      const range = part && { offset: part.first, length: part.last - part.first + 1 };
      const found = await bucket.get(path, range && { range });
      return found?.body;
    },
  };
}

/** Reads from the first of several places that has the file. */
export function firstOf(places: readonly MediaFiles[]): MediaFiles {
  return {
    open: async (path, part) => {
      for (const place of places) {
        const found = await place.open(path, part);
        if (found) return found;
      }
      return undefined;
    },
  };
}
