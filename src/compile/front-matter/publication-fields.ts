import * as z from "zod";
import { personSchema } from "../../model/article.ts";
import { publicationSchema, sectionSchema, tagAuthoritySchema } from "../../model/publication.ts";
import { line } from "../../model/schema.ts";
import type { KnownFields } from "./parse-fields.ts";

/** Only a newsroom has an rssCloud endpoint, and it is its own. The file has no field for it. */
const { cloud: _, ...publicationShape } = publicationSchema.shape;

/**
 * The fields of `content/publication.yaml`: those of the model, except that pictures are names of files in
 * content/media.
 */
export const publicationFieldsSchema = z.strictObject({
  ...publicationShape,
  icon: line.optional(),
  logo: line.optional(),
  people: publicationSchema.shape.people.default([]),
  sections: publicationSchema.shape.sections.default([]),
});

export const PUBLICATION_FIELDS: KnownFields = {
  "": Object.keys(publicationFieldsSchema.shape),
  identity: Object.keys(tagAuthoritySchema.shape),
  people: Object.keys(personSchema.shape),
  sections: Object.keys(sectionSchema.shape),
  retractions: ["show", "days"],
  podcast: ["category", "subcategory", "explicit", "type", "locked"],
  rsl: ["permits", "prohibits", "payment", "server", "terms"],
  "rsl.payment": ["type", "standard", "custom", "amount"],
  "rsl.payment.amount": ["value", "currency"],
};
