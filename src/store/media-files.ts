/** The first and the last byte to send, both included, counted from 0. */
export type ByteRange = { readonly first: number; readonly last: number };

/** The bytes of media, by path below `/media/`: `<hash>/<name>`. Whether a file may be shown is for the store to say. */
export type MediaFiles = {
  /** The file, or the part of it; nothing where there is no such file. */
  open(path: string, part?: ByteRange): Promise<ReadableStream | ArrayBuffer | undefined>;
};

/** The first of several places that has the file. */
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
