import * as z from "zod";
import { text } from "../../model/schema.ts";
import { episodeInput } from "./episode-input-schema.ts";
import { fileInput } from "./file-input-schema.ts";
import { someText } from "./some-text.ts";

/**
 * Pictures and files in an article's JSON. They have the form of the model, but a file of ours needs only its address.
 */

export const imageInput = z
  .strictObject({
    file: fileInput.meta({ description: "The picture itself, if there is one." }).optional(),
    alternativeText: text
      .meta({ description: "What the picture shows, for those who do not see it; empty if it only decorates." })
      .optional(),
    caption: someText.meta({ description: "The line below it." }).optional(),
    credit: someText.meta({ description: "Who made it.", examples: ["JANE EXAMPLE/AGENCY"] }).optional(),
  })
  .refine(({ file, caption, credit }) => file ?? caption ?? credit, { error: "expected file, caption or credit" })
  .meta({
    description: "The lead picture.",
    anyOf: ["file", "caption", "credit"].map((member) => ({ required: [member] })),
  });

export const attachmentInput = z.strictObject({
  file: fileInput.meta({ description: "The file." }),
  title: someText.meta({ description: "What it is called." }).optional(),
  ...episodeInput,
});
