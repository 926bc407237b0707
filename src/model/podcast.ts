import * as z from "zod";
import { line } from "./schema.ts";

/** Files are read as the text that stands in them, so the words are as good as the values. */
const trueOrFalse = z.union([z.boolean(), z.stringbool({ truthy: ["true"], falsy: ["false"] })], {
  error: "expected true or false",
});

/**
 * What directories of podcasts ask about a publication and nothing else can tell them. `category` and `subcategory` are of Apple's list, in its English
 * spelling (`News`, `Politics`). `locked` says whether another host may take the feed over.
 */
export const podcastSchema = z
  .strictObject({
    category: line.optional(),
    subcategory: line.optional(),
    explicit: trueOrFalse.optional(),
    type: z.enum(["episodic", "serial"]).optional(),
    locked: trueOrFalse.optional(),
  })
  .refine(({ category, subcategory }) => subcategory === undefined || category !== undefined, {
    error: "expected a category that the subcategory is of",
    path: ["subcategory"],
  });
