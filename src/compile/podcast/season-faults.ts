import type { Article } from "../../model/article.ts";
import { recordingOf } from "../../model/recording.ts";
import type { ContentFault } from "../content-fault.ts";
import type { FieldSource } from "../front-matter/field-source.ts";
import { isSerial, type SerialPodcasts } from "./serial-faults.ts";

/**
 * What the recording of an article says of its season. `index` is its place among the attachments. Trailers and extras
 * need no season, and are not `isFull`.
 */
export type EpisodeFacts = {
  readonly index: number;
  readonly section?: string;
  readonly hasSeason: boolean;
  readonly isFull: boolean;
};

/** Undefined if the article has no recording. */
export function episodeFacts(article: Article): EpisodeFacts | undefined {
  const recording = recordingOf(article);
  if (!recording) return undefined;
  const { section, attachments } = article;
  return {
    index: attachments.indexOf(recording),
    ...(section !== undefined && { section }),
    hasSeason: recording.season !== undefined,
    isFull: (recording.episodeType ?? "full") === "full",
  };
}

/**
 * The episodes of serial podcasts that have no season, if others have one: apps would list them apart.
 *
 * @param sourceOf reads the fields of a file again, to say where the fault is
 */
export function seasonFaults(
  serial: SerialPodcasts,
  articles: readonly { readonly file: string; readonly episode?: EpisodeFacts | undefined }[],
  sourceOf: (file: string) => FieldSource | undefined,
): ContentFault[] {
  const episodes = articles.flatMap(({ file, episode }) =>
    episode && isSerial(serial, episode.section) ? [{ file, ...episode }] : [],
  );
  if (!episodes.some(({ hasSeason }) => hasSeason)) return [];
  return episodes
    .filter(({ hasSeason, isFull }) => !hasSeason && isFull)
    .flatMap(({ file, index }) => {
      const expected = "the number of the season, as other episodes have it";
      return sourceOf(file)?.faultAt(["attachments", index, "season"], expected) ?? [];
    });
}
