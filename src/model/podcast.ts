import * as z from "zod";
import { fundingSchema, podcastPersonSchema } from "./episode.ts";
import { mediaFileSchema } from "./media-file.ts";
import { email, line, text } from "./schema.ts";
import type { PodcastScope } from "./scope.ts";

/** What feeds of podcasts say for true and for false: `clean` is a former value of `itunes:explicit`. */
const WORDS_FOR: Readonly<Record<string, boolean>> = { yes: true, explicit: true, no: false, clean: false };

/** A file is read as text without types, so the texts `true` and `false` count as well. */
const trueOrFalse = z.union([z.boolean(), z.stringbool({ truthy: ["true"], falsy: ["false"], case: "sensitive" })], {
  error: ({ input }) => {
    const word = String(input).trim().toLowerCase();
    const meant = word === "true" || word === "false" ? word : WORDS_FOR[word];
    return meant === undefined ? "expected true or false" : `expected true or false; did you mean "${meant}"?`;
  },
});

export const PODCAST_TYPES = ["episodic", "serial"] as const;

/** The values of `podcast:medium` for a feed of episodes. The list types (`podcastL`) are for feeds of other feeds. */
export const PODCAST_MEDIA = ["podcast", "music", "video", "film", "audiobook", "course"] as const;

const guid = z
  .string()
  .transform((value) => value.toLowerCase())
  .refine((value) => /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(value), {
    error: "expected a UUID such as 9b024349-ccf0-5f69-a609-6b82873eab3c",
  });

/**
 * What podcast directories ask about a podcast.
 *
 * - `title`, `description` and `author`: those of the publication or the section, if they are missing.
 * - `image` is the cover. If it is missing, a picture of the publication is taken that can be a cover.
 * - `category` and `subcategory` are from Apple's list, in English (`News`, `Politics`).
 * - `guid` is the permanent id of the podcast in every directory (Podcast Namespace, "guid"). A build sets it.
 * - `locked` means that no other host may import the feed without asking the owner.
 * - `owner` may be missing if a person of the publication has an e-mail address.
 */
export const podcastSchema = z.strictObject({
  title: line.optional(),
  description: text.optional(),
  author: line.optional(),
  image: mediaFileSchema.optional(),
  category: line.optional(),
  subcategory: line.optional(),
  explicit: trueOrFalse.optional(),
  type: z.enum(PODCAST_TYPES).optional(),
  medium: z.enum(PODCAST_MEDIA).optional(),
  guid: guid.optional(),
  locked: trueOrFalse.optional(),
  owner: z.strictObject({ name: line, email }).optional(),
  funding: z.array(fundingSchema).min(1, { error: "expected an address to give at" }).optional(),
  persons: z.array(podcastPersonSchema).min(1, { error: "expected a person" }).optional(),
});
export type Podcast = z.infer<typeof podcastSchema>;

type WithPodcasts = {
  readonly podcast?: Podcast | undefined;
  readonly sections: readonly { readonly slug: string; readonly podcast?: Podcast | undefined }[];
};

/**
 * The podcast of a scope, or undefined if the publication has none there. The podcast of a section has the facts of the
 * publication's podcast, except those of its own, and except what tells the two apart: title, description and guid.
 */
export function podcastOf({ podcast, sections }: WithPodcasts, { section }: PodcastScope): Podcast | undefined {
  if (section === undefined) return podcast;
  const own = sections.find(({ slug }) => slug === section)?.podcast;
  if (!own) return undefined;
  const { title: _, description: __, guid: ___, subcategory, ...inherited } = podcast ?? {};
  return { ...inherited, ...(subcategory !== undefined && own.category === undefined && { subcategory }), ...own };
}

/** The podcasts that a publication has: that of everything first, then those of its sections. */
export function podcastScopes(publication: WithPodcasts): PodcastScope[] {
  const all: PodcastScope[] = [
    { kind: "podcast" },
    ...publication.sections.map(({ slug }): PodcastScope => ({ kind: "podcast", section: slug })),
  ];
  return all.filter((scope) => podcastOf(publication, scope) !== undefined);
}
