import * as z from "zod";
import { chapterSchema, EPISODE_TYPES, fundingSchema, podcastPersonSchema } from "../../model/episode.ts";
import { languageTag, line, mediaType } from "../../model/schema.ts";
import { givenFacts } from "./given-facts.ts";
import { decimalNumber, moment, positiveNumber, wholeNumber } from "./number-fields.ts";

const chapterFields = z.strictObject({ ...chapterSchema.shape, start: moment });
const transcriptFields = z.strictObject({
  src: line,
  mediaType: mediaType.optional(),
  language: languageTag.optional(),
});

const alternateFields = z.strictObject({
  src: line,
  title: line.optional(),
  language: languageTag.optional(),
  bitrate: positiveNumber.optional(),
  codecs: line.optional(),
  ...givenFacts,
});

const yesOrNo = z.stringbool({ truthy: ["true"], falsy: ["false"], error: "expected true or false" });

/** Chapters in the order of their starts, as players expect them. */
export function inOrderOfStart<Each extends { readonly start: number }>(chapters: readonly Each[]): Each[] {
  return chapters.toSorted((a, b) => a.start - b.start);
}

/** The fields of an attachment that say what podcast players ask about a recording (`model/episode.ts`). */
export const episodeFields = {
  season: wholeNumber.optional(),
  episode: decimalNumber.optional(),
  episodeType: z.enum(EPISODE_TYPES).optional(),
  explicit: yesOrNo.optional(),
  art: line.optional(),
  chapters: z.array(chapterFields).min(1, { error: "expected a chapter" }).transform(inOrderOfStart).optional(),
  chaptersUrl: line.optional(),
  transcripts: z.array(transcriptFields).min(1, { error: "expected a transcript" }).optional(),
  persons: z.array(podcastPersonSchema).min(1, { error: "expected a person" }).optional(),
  alternates: z.array(alternateFields).min(1, { error: "expected the recording in another form" }).optional(),
  funding: z.array(fundingSchema).min(1, { error: "expected an address to give at" }).optional(),
};

/** The names of the fields of each list within an attachment. */
export const EPISODE_LISTS = {
  chapters: Object.keys(chapterFields.shape),
  transcripts: Object.keys(transcriptFields.shape),
  persons: Object.keys(podcastPersonSchema.shape),
  alternates: Object.keys(alternateFields.shape),
  funding: Object.keys(fundingSchema.shape),
};
