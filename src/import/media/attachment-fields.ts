import type { Episode } from "../../model/episode.ts";
import type { AttachedFile } from "./sort-enclosures.ts";

/** What is known of files once they were fetched, by their address on the old site. */
export type FetchedFiles = {
  /** Names in content/media of files that were copied. */
  readonly media: ReadonlyMap<string, string>;
  /** Lengths in bytes of files that stay at their addresses, as their server says. */
  readonly lengths: ReadonlyMap<string, number>;
};

/**
 * The front matter of an entry's attachments. The facts about the episode are those of the recording: the first sound,
 * or else the first film. An unknown length is 0 (RSS Best Practices Profile, "enclosure").
 */
export function attachmentFields(
  files: readonly AttachedFile[],
  episode: Episode | undefined,
  { media, lengths }: FetchedFiles,
): readonly Readonly<Record<string, unknown>>[] {
  const recording = recordingOf(files);
  return files.map((file) => {
    const { url, mediaType, title, length, duration } = file;
    const name = media.get(url);
    const elsewhere = { mediaType, length: lengths.get(url) ?? length ?? 0 };
    return {
      src: name ?? url,
      ...(name === undefined && elsewhere),
      ...(duration !== undefined && { duration }),
      ...(title !== undefined && { title }),
      ...(file === recording && episode && episodeFields(episode, media)),
    };
  });
}

function episodeFields({ transcripts, alternates, art, ...rest }: Episode, media: ReadonlyMap<string, string>) {
  return {
    ...rest,
    ...(art !== undefined && { art: media.get(art) ?? art }),
    ...(alternates && {
      alternates: alternates.map(({ file: { url, ...facts }, ...about }) => ({ src: url, ...facts, ...about })),
    }),
    ...(transcripts && {
      transcripts: transcripts.map(({ url, mediaType, language }) => ({
        src: media.get(url) ?? url,
        ...(!media.has(url) && { mediaType }),
        ...(language !== undefined && { language }),
      })),
    }),
  };
}

function recordingOf(files: readonly AttachedFile[]): AttachedFile | undefined {
  const firstOf = (kind: string) => files.find(({ mediaType }) => mediaType.startsWith(kind));
  return firstOf("audio/") ?? firstOf("video/");
}
