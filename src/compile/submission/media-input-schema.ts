import * as z from "zod";
import { text } from "../../model/schema.ts";
import { episodeInput } from "./episode-input-schema.ts";
import { fileFacts, fileSource } from "./file-input-schema.ts";
import { someText } from "./some-text.ts";

/** Pictures and files in an article's JSON. */

export const imageInput = z
  .strictObject({
    src: fileSource.optional(),
    alt: text
      .meta({ description: "What the picture shows, for those who do not see it; empty if it only decorates." })
      .optional(),
    caption: someText.meta({ description: "The line below it." }).optional(),
    credit: someText.meta({ description: "Who made it.", examples: ["JANE EXAMPLE/AGENCY"] }).optional(),
    ...fileFacts,
  })
  .refine((image) => image.src ?? image.caption ?? image.credit, { error: "expected src, caption or credit" })
  .meta({
    description: "The lead picture: at least its src, caption or credit.",
    anyOf: ["src", "caption", "credit"].map((member) => ({ required: [member] })),
  });

export const attachmentInput = z.strictObject({
  src: fileSource,
  title: someText.meta({ description: "What it is called." }).optional(),
  ...fileFacts,
  ...episodeInput,
});
