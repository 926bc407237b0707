import * as z from "zod";
import { mediaFileSchema } from "../../model/media-file.ts";
import { line } from "../../model/schema.ts";

/**
 * A file in an article's JSON. It has the words of front matter: the address is `src`, and the facts of the file are
 * beside it. A file of ours needs only its address.
 */

export const fileSource = line.meta({
  description:
    "The file's address. One of ours is named by its full address, by its path, or by the name it was uploaded under; its own bytes then tell media type, length, width and height, and what is said of them here is not read. A file elsewhere needs mediaType, and as an attachment length.",
  minLength: 1,
  examples: ["/media/0a1b2c3d4e5f6071/ferry.jpg", "ferry.jpg", "https://example.org/ferry.jpg"],
});

export const fileFacts = {
  mediaType: mediaFileSchema.shape.mediaType
    .meta({ description: "The media type, without parameters.", examples: ["image/jpeg"] })
    .optional(),
  length: z.int().nonnegative().meta({ description: "The size in bytes; 0 if it is not known." }).optional(),
  width: z.int().positive().meta({ description: "The width in pixels." }).optional(),
  height: z.int().positive().meta({ description: "The height in pixels." }).optional(),
  duration: z.number().positive().meta({ description: "How long it lasts, in seconds." }).optional(),
};
