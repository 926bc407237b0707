import type { ByteRange } from "../syntax/range.ts";

/**
 * The bytes of media, by path below `/media/`: `<hash>/<name>`. An `ArticleStore` decides whether a file may be served.
 */
export type MediaFiles = {
  /** Returns the file, or the given part of it, or undefined if there is no such file. */
  open(path: string, part?: ByteRange): Promise<ReadableStream | ArrayBuffer | undefined>;
};

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
