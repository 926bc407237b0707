import * as z from "zod";
import { mediaType, webAddress } from "./schema.ts";

/**
 * A file at an address. `length` is in bytes, `width` and `height` are in pixels, `duration` is in seconds. A member
 * that is missing is not known.
 */
export const mediaFileSchema = z.strictObject({
  url: webAddress,
  mediaType,
  length: z.int().nonnegative().optional(),
  width: z.int().positive().optional(),
  height: z.int().positive().optional(),
  duration: z.number().positive().optional(),
});
export type MediaFile = z.infer<typeof mediaFileSchema>;
