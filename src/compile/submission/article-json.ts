import * as z from "zod";
import { type Article, articleStatusSchema, type Image } from "../../model/article.ts";
import { EPISODE_TYPES } from "../../model/episode.ts";
import type { MediaFile } from "../../model/media-file.ts";

/**
 * An article as JSON, as the service sends it. It has the words of a content file (`src`, `alt`), so that a client may
 * send it back as it came, and every list, so that a client needs no default.
 */

/** The URL Standard permits characters that RFC 3986 does not, so the form `uri` would be too narrow. */
const address = z.string().meta({ pattern: "^https?://" });
const time = z.string().meta({ format: "date-time", description: "RFC 3339, with its zone" });

const fileMembers = {
  mediaType: z.string().describe("without parameters"),
  length: z.int().nonnegative().describe("in bytes; 0 if it is not known"),
  width: z.int().positive().optional().describe("in pixels"),
  height: z.int().positive().optional().describe("in pixels"),
  duration: z.number().positive().optional().describe("in seconds"),
};

const imageJson = z.strictObject({
  src: address.optional().describe("the address of the picture; absent if only its caption or credit is known"),
  alt: z
    .string()
    .optional()
    .describe("what the picture shows, for those who do not see it; empty if it only decorates"),
  caption: z.string().optional().describe("the line below it"),
  credit: z.string().optional().describe("who made it"),
  ...fileMembers,
  mediaType: fileMembers.mediaType.optional(),
  length: fileMembers.length.optional(),
});

const attachmentJson = z.strictObject({
  src: address.describe("the address of the file"),
  title: z.string().optional(),
  ...fileMembers,
  season: z.int().nonnegative().optional(),
  episode: z.number().nonnegative().optional().describe("the number of the episode in its season"),
  episodeType: z.enum(EPISODE_TYPES).optional(),
  explicit: z.boolean().optional().describe("whether it is only for adults"),
  art: address.optional().describe("the episode's own picture"),
  chapters: z
    .array(
      z.strictObject({
        start: z.number().nonnegative().describe("in seconds"),
        title: z.string(),
        url: address.optional(),
        image: address.optional(),
      }),
    )
    .min(1)
    .optional()
    .describe("in the order of their starts"),
  chaptersUrl: address.optional().describe("a JSON document of chapters on another host"),
  transcripts: z
    .array(z.strictObject({ src: address, mediaType: z.string(), language: z.string().optional() }))
    .min(1)
    .optional()
    .describe("the words of the recording, as files"),
  persons: z
    .array(
      z.strictObject({
        name: z.string(),
        role: z.string().optional(),
        group: z.string().optional(),
        url: address.optional(),
        image: address.optional(),
      }),
    )
    .min(1)
    .optional()
    .describe("who is heard or took part"),
  alternates: z
    .array(
      z.strictObject({
        src: address,
        ...fileMembers,
        length: fileMembers.length.optional(),
        title: z.string().optional(),
        language: z.string().optional(),
        bitrate: z.number().positive().optional().describe("in bits a second"),
        codecs: z.string().optional().describe("RFC 6381"),
      }),
    )
    .min(1)
    .optional()
    .describe("the same recording in other formats, qualities or languages"),
  funding: z
    .array(z.strictObject({ url: address, text: z.string() }))
    .min(1)
    .optional()
    .describe("where listeners may give money for this episode"),
});

const personJson = z.strictObject({ name: z.string(), url: address.optional(), email: z.string().optional() });

export const articleJsonSchema = z
  .strictObject({
    id: z.string().meta({ pattern: "^tag:", description: "a tag URI (RFC 4151), permanent" }),
    slug: z.string().describe("the last part of its address"),
    url: address.describe("the address of its page"),
    title: z.string(),
    summary: z.string().describe("taken from the text if the author gives none"),
    byline: z.array(personJson).describe("who wrote it"),
    agency: personJson.omit({ email: true }).optional().describe("who the copy comes from"),
    dateline: z.string().optional().describe("the place before the first sentence, which the body has already"),
    published: time,
    updated: time.describe("the last change that readers are to notice"),
    language: z.string().describe("a language tag (BCP 47)"),
    section: z.string().optional(),
    tags: z.array(z.string()),
    image: imageJson.optional().describe("the lead picture"),
    body: z.string().describe("sanitised HTML with absolute addresses, also if the article was written in Markdown"),
    related: z
      .array(z.strictObject({ label: z.string().optional(), title: z.string(), url: address.optional() }))
      .describe("the related links in the body, as data"),
    attachments: z.array(attachmentJson),
    canonical: address.optional().describe("the address of the original, if it is elsewhere"),
    rights: z.string().optional(),
    licence: address.optional(),
    status: articleStatusSchema,
    corrections: z.array(z.strictObject({ time, text: z.string() })),
    scheduledFor: time.optional(),
    unpublishAt: time.optional(),
    formerSlugs: z.array(z.string()),
    formerPaths: z.array(z.string()).min(1).optional(),
    retraction: z.strictObject({ time, reason: z.string() }).optional(),
  })
  .describe("an article as the desk sends it, which may be changed and sent back");
export type ArticleJson = z.input<typeof articleJsonSchema>;

/** `pictures` is left out: whoever compiles the article works it out again. */
export function articleToJson({ image, attachments, pictures: _, ...article }: Article): ArticleJson {
  return {
    ...article,
    ...(image && { image: imageToJson(image) }),
    attachments: attachments.map(({ file, title, transcripts, alternates, ...episode }) => ({
      ...fileToJson(file),
      ...(title !== undefined && { title }),
      ...episode,
      ...(transcripts && { transcripts: transcripts.map(({ url: src, ...words }) => ({ src, ...words })) }),
      ...(alternates && {
        alternates: alternates.map(({ file: other, ...about }) => ({ ...fileToJson(other), ...about })),
      }),
    })),
  };
}

function fileToJson<File extends MediaFile>({ url, ...facts }: File) {
  return { src: url, ...facts };
}

export function imageToJson({ file, alternativeText, ...words }: Image): ArticleJson["image"] {
  const { url, ...facts } = file ?? {};
  return {
    ...(url !== undefined && { src: url }),
    ...(alternativeText !== undefined && { alt: alternativeText }),
    ...words,
    ...facts,
  };
}

/** The article that was sent as this JSON. Its members still have to be checked by the schema of the model. */
export function articleFromJson({ image, attachments, ...article }: ArticleJson) {
  return {
    ...article,
    ...(image && { image: imageFromJson(image) }),
    attachments: attachments.map(attachmentFromJson),
  };
}

export function imageFromJson({ src, alt, caption, credit, mediaType, ...facts }: NonNullable<ArticleJson["image"]>) {
  return {
    ...(src !== undefined && mediaType !== undefined && { file: { url: src, mediaType, ...facts } }),
    ...(alt !== undefined && { alternativeText: alt }),
    ...(caption !== undefined && { caption }),
    ...(credit !== undefined && { credit }),
  };
}

function attachmentFromJson(attachment: ArticleJson["attachments"][number]) {
  const { transcripts, alternates, ...recording } = attachment;
  return {
    ...withFile(recording),
    ...(transcripts && { transcripts: transcripts.map(({ src: url, ...words }) => ({ url, ...words })) }),
    ...(alternates && { alternates: alternates.map(withFile) }),
  };
}

/** Puts the facts of a file below `file`, as the model has them. */
function withFile<Members extends { readonly src: string } & Omit<MediaFile, "url">>(members: Members) {
  const { src: url, mediaType, length, width, height, duration, ...rest } = members;
  return { file: { url, mediaType, length, width, height, duration }, ...rest };
}
