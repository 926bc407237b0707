import * as z from "zod";
import { personSchema } from "../../model/article.ts";
import { authorSchema } from "../../model/author.ts";
import { fundingSchema, podcastPersonSchema } from "../../model/episode.ts";
import { commentsSchema, playersSchema } from "../../model/outside-scripts.ts";
import { pictureSettingsSchema } from "../../model/picture-settings.ts";
import { podcastSchema } from "../../model/podcast.ts";
import { publicationSchema, sectionSchema, tagAuthoritySchema } from "../../model/publication.ts";
import { line } from "../../model/schema.ts";
import { profileLinkSchema, themeSchema } from "../../model/theme.ts";
import type { KnownFields } from "./parse-fields.ts";

/**
 * Only a newsroom has an rssCloud endpoint, and it is its own. The links to pages come from the pages. The file has no
 * fields for them.
 */
const { cloud: _, navigation: __, ...publicationShape } = publicationSchema.shape;

const authorFields = z.strictObject({ ...authorSchema.shape, picture: line.optional() });

const podcastFields = z.strictObject({ ...podcastSchema.shape, image: line.optional() });

export type PodcastFields = z.output<typeof podcastFields>;

/** A section that has a podcast, and no facts of its own about it, may say `podcast: true`. */
const sectionFields = z.strictObject({
  ...sectionSchema.shape,
  podcast: z.preprocess((value) => (value === "true" ? {} : value), podcastFields).optional(),
});

/**
 * The fields of `content/publication.yaml`: those of the model, except that pictures are names of files in
 * content/media.
 */
export const publicationFieldsSchema = z.strictObject({
  ...publicationShape,
  icon: line.optional(),
  logo: line.optional(),
  podcast: podcastFields.optional(),
  people: publicationSchema.shape.people.default([]),
  sections: z.array(sectionFields).default([]),
  theme: themeSchema.optional(),
  authors: z.array(authorFields).optional(),
});

export const PUBLICATION_FIELDS: KnownFields = {
  "": Object.keys(publicationFieldsSchema.shape),
  identity: Object.keys(tagAuthoritySchema.shape),
  people: Object.keys(personSchema.shape),
  sections: Object.keys(sectionSchema.shape),
  retractions: ["show", "days"],
  authors: Object.keys(authorFields.shape),
  "authors.links": Object.keys(profileLinkSchema.shape),
  social: Object.keys(profileLinkSchema.shape),
  theme: Object.keys(themeSchema.shape),
  ...Object.fromEntries(["accent", "paper", "ink"].map((name) => [`theme.${name}`, ["light", "dark"]])),
  ...podcastFieldsAt("podcast"),
  ...podcastFieldsAt("sections.podcast"),
  pictures: Object.keys(pictureSettingsSchema.shape),
  analytics: ["service", "site", "address"],
  comments: Object.keys(commentsSchema.shape),
  players: Object.keys(playersSchema.shape),
  rsl: ["permits", "prohibits", "payment", "server", "terms"],
  "rsl.payment": ["type", "standard", "custom", "amount"],
  "rsl.payment.amount": ["value", "currency"],
};

function podcastFieldsAt(place: string): KnownFields {
  return {
    [place]: Object.keys(podcastFields.shape),
    [`${place}.owner`]: ["name", "email"],
    [`${place}.funding`]: Object.keys(fundingSchema.shape),
    [`${place}.persons`]: Object.keys(podcastPersonSchema.shape),
  };
}
