import * as z from "zod";
import { mediaFileSchema } from "./media-file.ts";
import { line, text } from "./schema.ts";
import { nameSlug } from "./scope.ts";
import { profileLinkSchema } from "./theme.ts";

/** What the page of an author says. `name` is as in bylines; the spelling of its letters does not matter. */
export const authorSchema = z.strictObject({
  name: line,
  bio: text.optional(),
  picture: mediaFileSchema.optional(),
  links: z.array(profileLinkSchema).default([]),
});
export type Author = z.infer<typeof authorSchema>;

/** The author with a slug, as the publication describes it. */
export function authorOf(
  { authors = [] }: { readonly authors?: readonly Author[] | undefined },
  slug: string,
): Author | undefined {
  return authors.find(({ name }) => nameSlug(name) === slug);
}
