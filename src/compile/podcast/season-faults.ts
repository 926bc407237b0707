import { recordingOf } from "../../model/recording.ts";
import type { ContentFault } from "../content-fault.ts";
import type { CompiledArticle } from "../emit-article.ts";
import { isSerial, type SerialPodcasts } from "./serial-faults.ts";

/** The episodes of serial podcasts that have no season, if others have one: apps would list them apart. */
export function seasonFaults(serial: SerialPodcasts, articles: readonly CompiledArticle[]): ContentFault[] {
  const episodes = articles.flatMap(({ article, read }) => {
    const recording = article && recordingOf(article);
    return recording && read.source && isSerial(serial, article.section)
      ? [{ recording, source: read.source, index: article.attachments.indexOf(recording) }]
      : [];
  });
  if (!episodes.some(({ recording }) => recording.season !== undefined)) return [];
  return episodes
    .filter(({ recording: { season, episodeType = "full" } }) => season === undefined && episodeType === "full")
    .map(({ source, index }) =>
      source.faultAt(["attachments", index, "season"], "the number of the season, as other episodes have it"),
    );
}
