import * as z from "zod";
import { mediaType, webAddress } from "./schema.ts";

/** A file behind an address. `length` is in bytes, `width` and `height` in pixels, `duration` in seconds; absent means not known. */
export const mediaFileSchema = z.strictObject({
  url: webAddress,
  mediaType,
  length: z.int().nonnegative().optional(),
  width: z.int().positive().optional(),
  height: z.int().positive().optional(),
  duration: z.number().positive().optional(),
});
export type MediaFile = z.infer<typeof mediaFileSchema>;
