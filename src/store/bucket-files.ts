import type { MediaFiles } from "./media-files.ts";

/** The bucket of a newsroom, where a file lies under its path. Of a part, only the part is read. */
export function bucketFiles(bucket: R2Bucket): MediaFiles {
  return {
    open: async (path, part) => {
      const range = part && { offset: part.first, length: part.last - part.first + 1 };
      const found = await bucket.get(path, range && { range });
      return found?.body;
    },
  };
}
