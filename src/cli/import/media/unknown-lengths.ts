import type { WantedFile } from "../../../import/feeds/compose-article.ts";
import type { ImportNote } from "../../../import/feeds/import-note.ts";
import type { FetchedFiles } from "../../../import/media/attachment-fields.ts";

/** A note for each attachment whose length neither its source nor its server says. */
export function unknownLengths(files: readonly WantedFile[], { media, lengths }: FetchedFiles): readonly ImportNote[] {
  const unknown = files.filter(
    ({ address, kind, length }) =>
      kind === "attachment" && length === undefined && !media.has(address) && !lengths.has(address),
  );
  return unknown.map(({ address }) => ({ kind: "lost", message: UNKNOWN, found: address }));
}

const UNKNOWN =
  "the length of an attachment is not known (0 in the file); --media measures it, or write it into the article";
