import * as z from "zod";
import { PAGE_PLACES, PAGE_STATUSES } from "../../model/page.ts";
import { languageTag, line, slug, text } from "../../model/schema.ts";
import { formerPath } from "../../site/former-path.ts";
import { IMAGE_FIELDS, imageFields } from "../front-matter/article-fields.ts";
import { wholeNumber } from "../front-matter/number-fields.ts";
import type { KnownFields } from "../front-matter/parse-fields.ts";

/** The front matter of a page's file. Every field is optional here; `compile-page.ts` checks for the title. */
export const pageFieldsSchema = z.strictObject({
  title: line.optional(),
  slug: slug.optional(),
  description: text.optional(),
  language: languageTag.optional(),
  image: imageFields.optional(),
  navigation: z.enum(PAGE_PLACES).default("none"),
  order: wholeNumber.optional(),
  status: z.enum(PAGE_STATUSES).default("published"),
  formerPaths: z.array(formerPath).min(1, { error: "expected a path" }).optional(),
});
export type PageFields = z.output<typeof pageFieldsSchema>;

export const PAGE_FIELDS: KnownFields = { "": Object.keys(pageFieldsSchema.shape), image: IMAGE_FIELDS };
