import * as z from "zod";
import { articleSchema } from "./article.ts";
import { languageTag, line, slug, text, webAddress } from "./schema.ts";

/** Where a page is linked from on every other page. */
export const PAGE_PLACES = ["header", "footer", "none"] as const;
export type PagePlace = (typeof PAGE_PLACES)[number];

export const PAGE_STATUSES = ["draft", "published"] as const;

/**
 * A page beside the articles, such as "About": it has no dates and is in no feed.
 *
 * - `url` is the absolute address of the page, `/{slug}` below the origin.
 * - `body` is sanitised HTML with absolute addresses.
 * - `order` sorts the links of one place, the smallest first. Pages without it follow, by title.
 * - `formerPaths` are as in `Article`.
 */
export const pageSchema = z.strictObject({
  slug,
  url: webAddress,
  title: line,
  description: text,
  language: languageTag,
  image: articleSchema.shape.image,
  body: text,
  navigation: z.enum(PAGE_PLACES),
  order: z.int().optional(),
  status: z.enum(PAGE_STATUSES),
  formerPaths: articleSchema.shape.formerPaths,
});
export type Page = z.infer<typeof pageSchema>;
