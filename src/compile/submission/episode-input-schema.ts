import * as z from "zod";
import { EPISODE_TYPES, fundingSchema } from "../../model/episode.ts";
import { languageTag, line, mediaType, webAddress } from "../../model/schema.ts";
import { inOrderOfStart } from "../front-matter/episode-fields.ts";
import { fileFacts, fileSource } from "./file-input-schema.ts";
import { someText, WEB_ADDRESS_PATTERN } from "./some-text.ts";

/** What podcast players ask about a recording, in an article's JSON. It has the words of front matter. */

const address = webAddress.meta({ pattern: WEB_ADDRESS_PATTERN });

const chapterInput = z.strictObject({
  start: z.number().nonnegative().meta({ description: "When it begins, in seconds." }),
  title: someText.meta({ description: "What it is called." }),
  url: address.meta({ description: "A page about it." }).optional(),
  image: address.meta({ description: "The address of a picture for it." }).optional(),
});

const transcriptInput = z.strictObject({
  src: line.meta({
    description: "The address of the transcript. One of ours is named like a file; its bytes tell the media type.",
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

const alternateInput = z.strictObject({
  src: fileSource,
  ...fileFacts,
  title: someText.meta({ description: "What it is called." }).optional(),
  language: languageTag.meta({ description: "Its language (BCP 47), if not the article's." }).optional(),
  bitrate: z
    .number()
    .positive()
    .meta({ description: "Bits a second.", examples: [64_000] })
    .optional(),
  codecs: someText.meta({ description: "Its codecs (RFC 6381).", examples: ["opus"] }).optional(),
});

const fundingInput = z.strictObject({
  url: address.meta({ description: "Where to give." }),
  text: fundingSchema.shape.text.meta({ description: "What the link says.", maxLength: 128 }),
});

export const episodeInput = {
  season: z.int().nonnegative().meta({ description: "The number of the season." }).optional(),
  episode: z.number().nonnegative().meta({ description: "The number of the episode in its season." }).optional(),
  episodeType: z.enum(EPISODE_TYPES).meta({ description: "A full episode, a trailer or a bonus." }).optional(),
  explicit: z.boolean().meta({ description: "Whether it is only for adults." }).optional(),
  art: line
    .meta({
      description: "The episode's own picture: an address, or the name of a file of ours.",
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
  chaptersUrl: line
    .meta({
      description: "A JSON document of chapters: an address, or the name of a file of ours.",
      minLength: 1,
      examples: ["https://example.org/chapters.json", "chapters.json"],
    })
    .optional(),
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
  alternates: z
    .array(alternateInput)
    .min(1, { error: "expected the recording in another form" })
    .meta({ description: "The same recording in other formats, qualities or languages." })
    .optional(),
  funding: z
    .array(fundingInput)
    .min(1, { error: "expected an address to give at" })
    .meta({ description: "Where listeners may give money for this episode." })
    .optional(),
};

/** The names of the members of each list within an attachment. */
export const EPISODE_INPUT_LISTS = {
  chapters: Object.keys(chapterInput.shape),
  transcripts: Object.keys(transcriptInput.shape),
  persons: Object.keys(personInput.shape),
  alternates: Object.keys(alternateInput.shape),
  funding: Object.keys(fundingInput.shape),
};
