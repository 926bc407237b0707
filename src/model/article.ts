import * as z from "zod";
import { mediaFileSchema } from "./media-file.ts";
import { email, languageTag, line, slug, tagUriSchema, text, timestamp, webAddress } from "./schema.ts";

export const personSchema = z.strictObject({ name: line, url: webAddress.optional(), email: email.optional() });
export type Person = z.infer<typeof personSchema>;

/** Who the copy comes from, such as a news agency: not the people who wrote it. */
export const agencySchema = z.strictObject({ name: line, url: webAddress.optional() });
export type Agency = z.infer<typeof agencySchema>;

/** The lead picture. Wire copy often has the caption and credit but not the picture itself: then `file` is absent. */
export const imageSchema = z.strictObject({
  file: mediaFileSchema.optional(),
  alternativeText: text.optional(),
  caption: line.optional(),
  credit: line.optional(),
});
export type Image = z.infer<typeof imageSchema>;

/** A link to further reading, printed with its label ("READ MORE"). Without `url`, only the title is known. */
export const relatedLinkSchema = z.strictObject({ label: line.optional(), title: line, url: webAddress.optional() });
export type RelatedLink = z.infer<typeof relatedLinkSchema>;

/** Audio, video or another file that belongs to the article. RSS requires the length of an enclosure, so it must be known. */
export const attachmentSchema = z.strictObject({
  file: mediaFileSchema.required({ length: true }),
  title: line.optional(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

export const correctionSchema = z.strictObject({ time: timestamp, text: line });

export const retractionSchema = z.strictObject({ time: timestamp, reason: line });
export type Retraction = z.infer<typeof retractionSchema>;

export const articleStatusSchema = z.enum(["draft", "scheduled", "published", "retracted"]);
export type ArticleStatus = z.infer<typeof articleStatusSchema>;

/**
 * The one normalized article. Every form is rendered from it and from nothing else.
 *
 * - `id` is a tag URI, permanent; `slug` may change, and `formerSlugs` lead to it.
 * - `formerPaths` are the paths at which the article was found under another system, in the form of `site/former-path.ts`; absent if there are none.
 * - `url` is the absolute address of the article's page; `canonical` the address of the original where that is elsewhere.
 * - `updated` is the author's word for the last change worth telling (RFC 4287 section 4.2.15), never before `published`.
 * - `body` is sanitised HTML with absolute addresses, the dateline already standing before its first sentence.
 * - `related` repeats, as data, the related links that stand in `body`.
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
