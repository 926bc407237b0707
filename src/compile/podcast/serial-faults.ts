import { podcastOf, podcastScopes } from "../../model/podcast.ts";
import type { Publication } from "../../model/publication.ts";
import { recordingOf } from "../../model/recording.ts";
import type { ContentFault } from "../content-fault.ts";
import type { ArticleFields } from "../front-matter/article-fields.ts";
import type { FieldSource } from "../front-matter/field-source.ts";
import type { ResolvedAttachment } from "../media/attachment-of-field.ts";

/** The podcasts that are to be heard in order: that of everything, and those of the sections with these slugs. */
export type SerialPodcasts = { readonly everything: boolean; readonly sections: readonly string[] };

export const NONE_SERIAL: SerialPodcasts = { everything: false, sections: [] };

export function serialPodcasts(publication: Pick<Publication, "podcast" | "sections"> | undefined): SerialPodcasts {
  const serial = (publication ? podcastScopes(publication) : []).filter(
    (scope) => publication && podcastOf(publication, scope)?.type === "serial",
  );
  return {
    everything: serial.some(({ section }) => section === undefined),
    sections: serial.flatMap(({ section }) => section ?? []),
  };
}

/** Whether one of the podcasts that an article of this section is in is to be heard in order. */
export function isSerial({ everything, sections }: SerialPodcasts, section: string | undefined): boolean {
  return everything || (section !== undefined && sections.includes(section));
}

/**
 * The fault of an episode of a serial podcast that has no number. Trailers and extras need none (Apple,
 * "itunes:episodeType").
 */
export function episodeNumberFaults(
  serial: SerialPodcasts,
  { section, attachments }: Pick<ArticleFields, "section"> & { readonly attachments: readonly ResolvedAttachment[] },
  source: FieldSource,
): ContentFault[] {
  if (!isSerial(serial, section)) return [];
  const known = attachments.flatMap(({ file, ...about }, index) => (file ? [{ ...about, file, index }] : []));
  const recording = recordingOf({ attachments: known });
  if (!recording || recording.episode !== undefined || (recording.episodeType ?? "full") !== "full") return [];
  const expected = "the number of the episode: its podcast is serial, and apps play it in order";
  return [source.faultAt(["attachments", recording.index, "episode"], expected)];
}
