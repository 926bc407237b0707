import * as z from "zod";
import { line } from "./schema.ts";

/** A file is read as text without types, so the texts `true` and `false` count as well. */
const trueOrFalse = z.union([z.boolean(), z.stringbool({ truthy: ["true"], falsy: ["false"] })], {
  error: "expected true or false",
});

/**
 * What podcast directories ask about a publication. `category` and `subcategory` are from Apple's list, in English
 * (`News`, `Politics`). `locked` means that no other host may import the feed.
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
