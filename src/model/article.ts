import * as z from "zod";
import { episodeShape } from "./episode.ts";
import { mediaFileSchema } from "./media-file.ts";
import { email, languageTag, line, slug, tagUriSchema, text, timestamp, webAddress } from "./schema.ts";

export const personSchema = z.strictObject({ name: line, url: webAddress.optional(), email: email.optional() });
export type Person = z.infer<typeof personSchema>;

/** The source of the text, such as a news agency, in contrast to the people who wrote it. */
export const agencySchema = z.strictObject({ name: line, url: webAddress.optional() });
export type Agency = z.infer<typeof agencySchema>;

/** The lead picture. `file` is missing if only the caption or the credit is known, as is common in wire copy. */
const imageSchema = z.strictObject({
  file: mediaFileSchema.optional(),
  alternativeText: text.optional(),
  caption: line.optional(),
  credit: line.optional(),
});
export type Image = z.infer<typeof imageSchema>;

/** A link to further reading, shown with its label ("READ MORE"). If `url` is missing, only the title is known. */
const relatedLinkSchema = z.strictObject({ label: line.optional(), title: line, url: webAddress.optional() });
export type RelatedLink = z.infer<typeof relatedLinkSchema>;

/**
 * Audio, video or another file of the article. RSS requires the length of an enclosure; 0 means that it is not known
 * (RSS Best Practices Profile, "enclosure"). The members of an episode are about a recording.
 */
const attachmentSchema = z.strictObject({
  file: mediaFileSchema.required({ length: true }),
  title: line.optional(),
  ...episodeShape,
});
export type Attachment = z.infer<typeof attachmentSchema>;

export const correctionSchema = z.strictObject({ time: timestamp, text: line });

export const retractionSchema = z.strictObject({ time: timestamp, reason: line });
export type Retraction = z.infer<typeof retractionSchema>;

export const articleStatusSchema = z.enum(["draft", "scheduled", "published", "retracted"]);
export type ArticleStatus = z.infer<typeof articleStatusSchema>;

/**
 * The normalised article. Every form is rendered from it alone.
 *
 * - `id` is a permanent tag URI. `slug` may change; requests for one of `formerSlugs` are redirected.
 * - `formerPaths` are the paths of the article under another system, in the form of `site/former-path.ts`. It is
 *   missing if there are none.
 * - `url` is the absolute address of the page of the article. `canonical` is the address of the original if that is
 *   somewhere else.
 * - `updated` is the last change that the author considers significant (RFC 4287 section 4.2.15). It is never before
 *   `published`.
 * - `body` is sanitised HTML with absolute addresses. The dateline is already in it, before the first sentence.
 * - `related` contains the related links of `body` as data.
 * - `pictures` are the files of ours in `image` and `body` that have smaller variants (`site/picture-variants.ts`).
 */
export const articleSchema = z.strictObject({
  id: tagUriSchema,
  slug,
  url: webAddress,
  title: line,
  summary: text,
  byline: z.array(personSchema),
  agency: agencySchema.optional(),
  dateline: line.optional(),
  published: timestamp,
  updated: timestamp,
  language: languageTag,
  section: slug.optional(),
  tags: z.array(line),
  image: imageSchema.optional(),
  body: text,
  related: z.array(relatedLinkSchema),
  pictures: z.array(mediaFileSchema).min(1).optional(),
  attachments: z.array(attachmentSchema),
  canonical: webAddress.optional(),
  rights: line.optional(),
  licence: webAddress.optional(),
  status: articleStatusSchema,
  corrections: z.array(correctionSchema),
  scheduledFor: timestamp.optional(),
  unpublishAt: timestamp.optional(),
  formerSlugs: z.array(slug),
  formerPaths: z.array(z.string()).min(1).optional(),
  retraction: retractionSchema.optional(),
});
export type Article = z.infer<typeof articleSchema>;

/** An article without its text, of which a build holds many at once. */
export type ArticleHead = Omit<Article, "body">;
