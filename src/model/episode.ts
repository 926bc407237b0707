import * as z from "zod";
import { mediaFileSchema } from "./media-file.ts";
import { languageTag, line, mediaType, webAddress } from "./schema.ts";

/** A part of a recording that can be jumped to. `start` is in seconds from the beginning of the recording. */
export const chapterSchema = z.strictObject({
  start: z.number().nonnegative(),
  title: line,
  url: webAddress.optional(),
  image: webAddress.optional(),
});
export type Chapter = z.infer<typeof chapterSchema>;

/** The words of a recording as a file. `language` is missing if it is the article's. */
export const transcriptSchema = z.strictObject({ url: webAddress, mediaType, language: languageTag.optional() });
export type Transcript = z.infer<typeof transcriptSchema>;

/** Someone who is heard or took part. `role` and `group` are from the Podcast Taxonomy: `guest`, `cast`. */
export const podcastPersonSchema = z.strictObject({
  name: line,
  role: line.optional(),
  group: line.optional(),
  url: webAddress.optional(),
  image: webAddress.optional(),
});
export type PodcastPerson = z.infer<typeof podcastPersonSchema>;

/** Where listeners may give money. `text` is what the link says. */
export const fundingSchema = z.strictObject({
  url: webAddress,
  text: line.refine((value) => value.length <= 128, { error: "expected at most 128 characters" }),
});
export type Funding = z.infer<typeof fundingSchema>;

/** The same recording in another form: another format, quality or language. `bitrate` is in bits a second. */
export const alternateSchema = z.strictObject({
  file: mediaFileSchema,
  title: line.optional(),
  language: languageTag.optional(),
  bitrate: z.number().positive().optional(),
  codecs: line.optional(),
});
export type Alternate = z.infer<typeof alternateSchema>;

export const EPISODE_TYPES = ["full", "trailer", "bonus"] as const;

/**
 * What podcast players ask about a recording, beside its file. Every member may be missing.
 *
 * - `episode` may have a fraction, as `podcast:episode` may; `itunes:episode` has whole numbers only.
 * - `art` is the address of the episode's own picture.
 * - `chapters` are in the order of their starts. `chaptersUrl` is the address of a JSON document of chapters (Podcast
 *   Namespace, "JSON Chapters Format").
 */
export const episodeShape = {
  season: z.int().nonnegative().optional(),
  episode: z.number().nonnegative().optional(),
  episodeType: z.enum(EPISODE_TYPES).optional(),
  explicit: z.boolean().optional(),
  art: webAddress.optional(),
  chapters: z.array(chapterSchema).min(1).optional(),
  chaptersUrl: webAddress.optional(),
  transcripts: z.array(transcriptSchema).min(1).optional(),
  persons: z.array(podcastPersonSchema).min(1).optional(),
  alternates: z.array(alternateSchema).min(1).optional(),
  funding: z.array(fundingSchema).min(1).optional(),
};
const episodeSchema = z.strictObject(episodeShape);
export type Episode = z.infer<typeof episodeSchema>;
