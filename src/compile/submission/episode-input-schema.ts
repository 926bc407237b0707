import * as z from "zod";
import { EPISODE_TYPES } from "../../model/episode.ts";
import { languageTag, line, mediaType, webAddress } from "../../model/schema.ts";
import { inOrderOfStart } from "../front-matter/episode-fields.ts";
import { someText } from "./some-text.ts";

/** What podcast players ask about a recording, in an article's JSON. It has the form of the model. */

const address = webAddress.meta({ format: "uri" });

const chapterInput = z.strictObject({
  start: z.number().nonnegative().meta({ description: "When it begins, in seconds." }),
  title: someText.meta({ description: "What it is called." }),
  url: address.meta({ description: "A page about it." }).optional(),
  image: address.meta({ description: "The address of a picture for it." }).optional(),
});

const transcriptInput = z.strictObject({
  url: line.meta({
    description: "The address of the transcript. One of ours is named like a file; its bytes tell the media type.",
    format: "uri-reference",
    minLength: 1,
    examples: ["https://example.org/talk.vtt", "talk.vtt"],
  }),
  mediaType: mediaType.meta({ description: "Its media type.", examples: ["text/vtt"] }).optional(),
  language: languageTag.meta({ description: "Its language (BCP 47), if not the article's." }).optional(),
});

const personInput = z.strictObject({
  name: someText.meta({ description: "The name of the person." }),
  role: someText.meta({ description: "What they do, in a word.", examples: ["guest"] }).optional(),
  group: someText.meta({ description: "The group of the role.", examples: ["cast"] }).optional(),
  url: address.meta({ description: "A page about them." }).optional(),
  image: address.meta({ description: "The address of a picture of them." }).optional(),
});

export const episodeInput = {
  season: z.int().nonnegative().meta({ description: "The number of the season." }).optional(),
  episode: z.number().nonnegative().meta({ description: "The number of the episode in its season." }).optional(),
  episodeType: z.enum(EPISODE_TYPES).meta({ description: "A full episode, a trailer or a bonus." }).optional(),
  explicit: z.boolean().meta({ description: "Whether it is only for adults." }).optional(),
  art: line
    .meta({
      description: "The episode's own picture: an address, or the name of a file of ours.",
      format: "uri-reference",
      minLength: 1,
      examples: ["https://example.org/episode.jpg", "episode.jpg"],
    })
    .optional(),
  chapters: z
    .array(chapterInput)
    .min(1, { error: "expected a chapter" })
    .transform(inOrderOfStart)
    .meta({ description: "The chapters of the recording." })
    .optional(),
  chaptersUrl: address.meta({ description: "The address of a JSON document of chapters elsewhere." }).optional(),
  transcripts: z
    .array(transcriptInput)
    .min(1, { error: "expected a transcript" })
    .meta({ description: "The words of the recording, as files." })
    .optional(),
  persons: z
    .array(personInput)
    .min(1, { error: "expected a person" })
    .meta({ description: "Who is heard or took part." })
    .optional(),
};

/** The names of the members of each list within an attachment. */
export const EPISODE_INPUT_LISTS = {
  chapters: Object.keys(chapterInput.shape),
  transcripts: Object.keys(transcriptInput.shape),
  persons: Object.keys(personInput.shape),
};
