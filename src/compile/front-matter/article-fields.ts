import * as z from "zod";
import {
  agencySchema,
  articleStatusSchema,
  correctionSchema,
  personSchema,
  retractionSchema,
} from "../../model/article.ts";
import { languageTag, line, slug, tagUriSchema, text, timestamp, webAddress } from "../../model/schema.ts";
import { formerPath } from "../../site/former-path.ts";
import { EPISODE_LISTS, episodeFields } from "./episode-fields.ts";
import { givenFacts } from "./given-facts.ts";
import type { KnownFields } from "./parse-fields.ts";

/** The lead picture of an article or a page. */
export const imageFields = z
  .strictObject({
    src: line.optional(),
    alt: text.optional(),
    caption: line.optional(),
    credit: line.optional(),
    ...givenFacts,
  })
  .refine(({ src, caption, credit }) => src ?? caption ?? credit, { error: "expected src, caption or credit" });

export const IMAGE_FIELDS = Object.keys(imageFields.shape);

const attachmentFields = z.strictObject({ src: line, title: line.optional(), ...givenFacts, ...episodeFields });

/**
 * The front matter of an article's file. Every field is optional here, so that a missing field does not keep the others
 * from being checked; `check-article.ts` checks for required fields. Two short forms are accepted: a name for `{name:
 * …}`, and one person for a list of one.
 */
export const articleFieldsSchema = z.strictObject({
  id: tagUriSchema.optional(),
  title: line.optional(),
  slug: slug.optional(),
  summary: text.optional(),
  byline: z.preprocess(listOfPeople, z.array(personSchema)).optional(),
  agency: z.preprocess(named, agencySchema).optional(),
  dateline: line.optional(),
  published: timestamp.optional(),
  updated: timestamp.optional(),
  language: languageTag.optional(),
  section: slug.optional(),
  tags: z.array(line).default([]),
  image: imageFields.optional(),
  attachments: z.array(attachmentFields).default([]),
  canonical: webAddress.optional(),
  rights: line.optional(),
  licence: webAddress.optional(),
  status: articleStatusSchema.optional(),
  corrections: z.array(correctionSchema).default([]),
  scheduledFor: timestamp.optional(),
  unpublishAt: timestamp.optional(),
  formerSlugs: z.array(slug).default([]),
  formerPaths: z.array(formerPath).min(1, { error: "expected a path" }).optional(),
  retraction: retractionSchema.optional(),
});
export type ArticleFields = z.output<typeof articleFieldsSchema>;

export const ARTICLE_FIELDS: KnownFields = {
  "": Object.keys(articleFieldsSchema.shape),
  byline: Object.keys(personSchema.shape),
  agency: Object.keys(agencySchema.shape),
  image: IMAGE_FIELDS,
  attachments: Object.keys(attachmentFields.shape),
  "attachments.chapters": EPISODE_LISTS.chapters,
  "attachments.transcripts": EPISODE_LISTS.transcripts,
  "attachments.persons": EPISODE_LISTS.persons,
  "attachments.alternates": EPISODE_LISTS.alternates,
  "attachments.funding": EPISODE_LISTS.funding,
  corrections: Object.keys(correctionSchema.shape),
  retraction: Object.keys(retractionSchema.shape),
};

/** Expands a name to `{name: …}`. */
export function named(value: unknown): unknown {
  return typeof value === "string" ? { name: value } : value;
}

/** Expands one person to a list of one. */
export function listOfPeople(value: unknown): unknown {
  return Array.isArray(value) ? value.map(named) : [named(value)];
}
