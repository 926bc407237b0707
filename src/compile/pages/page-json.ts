import * as z from "zod";
import { PAGE_PLACES, PAGE_STATUSES, type Page, pageSchema } from "../../model/page.ts";
import { slug, text } from "../../model/schema.ts";
import { formerPath } from "../../site/former-path.ts";
import type { KnownFields } from "../front-matter/parse-fields.ts";
import { type ArticleJson, articleJsonSchema, imageFromJson, imageToJson } from "../submission/article-json.ts";
import { imageInput } from "../submission/media-input-schema.ts";
import { someText } from "../submission/some-text.ts";

/** A page as JSON, with the words of a content file, as `article-json.ts` has an article. */

const address = z.string().meta({ pattern: "^https?://" });

export const pageJsonSchema = z
  .strictObject({
    slug: z.string().describe("its path, without the slash"),
    url: address.describe("its address"),
    title: z.string(),
    description: z.string().describe("taken from the text if the author gives none"),
    language: z.string().describe("a language tag (BCP 47)"),
    image: articleJsonSchema.shape.image,
    body: z.string().describe("sanitised HTML with absolute addresses, also if the page was written in Markdown"),
    navigation: z.enum(PAGE_PLACES).describe("where every page of the site links to it"),
    order: z.int().optional().describe("its place among the links there, the smallest first"),
    status: z.enum(PAGE_STATUSES),
    formerPaths: z.array(z.string()).min(1).optional(),
  })
  .describe("a page as the desk sends it, which may be changed and sent back");
export type PageJson = z.input<typeof pageJsonSchema>;

export function pageToJson({ image, ...page }: Page): PageJson {
  return { ...page, ...(image && { image: imageToJson(image) }) };
}

/** The page that was sent as this JSON. Its members still have to be checked by the schema of the model. */
export function pageFromJson({ image, ...page }: PageJson & { readonly image?: ArticleJson["image"] }) {
  return { ...page, ...(image && { image: imageFromJson(image) }) };
}

/** A page as a client sends it as JSON. It may leave out everything but title and text. */
export const pageInputSchema = z.strictObject({
  title: someText.meta({ description: "The title." }),
  body: text.meta({ description: "The text as HTML. It is sanitised. Send this or markdown." }).optional(),
  markdown: text.meta({ description: "The text as Markdown, as in a content file, in place of body." }).optional(),
  slug: slug.meta({ description: "The path it is put at; no other." }).optional(),
  url: z.unknown().meta({ description: "Its address, as the desk sends it. It is not read." }).optional(),
  description: text
    .meta({ description: "One or two sentences, for search engines; left out, they are taken from the opening." })
    .optional(),
  language: pageSchema.shape.language
    .meta({ description: "A language tag (BCP 47); left out, the publication's." })
    .optional(),
  image: imageInput.optional(),
  navigation: z
    .enum(PAGE_PLACES)
    .meta({ description: "Where every page of the site links to it; left out, none." })
    .optional(),
  order: z.int().nonnegative().meta({ description: "Its place among the links there, the smallest first." }).optional(),
  status: z.enum(PAGE_STATUSES).meta({ description: "Left out, published. Readers do not see a draft." }).optional(),
  formerPaths: z
    .array(formerPath.meta({ pattern: "^/(?!/)", examples: ["/about-us/", "/?page_id=7"] }))
    .min(1, { error: "expected a path" })
    .meta({ description: "Paths of this host at which it was found before, and which lead to it." })
    .optional(),
});

export const partialPageSchema = pageInputSchema.partial();

export const PAGE_INPUT_FIELDS: KnownFields = {
  "": Object.keys(pageInputSchema.shape),
  image: Object.keys(imageInput.shape),
};
