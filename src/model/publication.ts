import * as z from "zod";
import { personSchema } from "./article.ts";
import { authorSchema } from "./author.ts";
import { mediaFileSchema } from "./media-file.ts";
import { navigationSchema } from "./navigation.ts";
import { analyticsSchema, commentsSchema, playersSchema } from "./outside-scripts.ts";
import { pictureSettingsSchema } from "./picture-settings.ts";
import { podcastSchema } from "./podcast.ts";
import { retractionsSchema } from "./retractions.ts";
import { rslTermsSchema } from "./rsl-terms.ts";
import { languageTag, line, slug, text, webAddress } from "./schema.ts";
import { profileLinkSchema, themeSchema } from "./theme.ts";
import { timeZoneName } from "./time-zone.ts";

/** `podcast` means that the episodes of the section have a feed of their own. */
export const sectionSchema = z.strictObject({
  slug,
  title: line,
  description: text.optional(),
  podcast: podcastSchema.optional(),
});

/**
 * The authority and the day in every id, which never change during the life of the publication (RFC 4151 section 2.1).
 */
export const tagAuthoritySchema = z.strictObject({
  authority: z.string().regex(/^(?:[a-z0-9._-]+@)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/, {
    error: "expected a domain or an e-mail address in lower case, such as example.org",
  }),
  date: z.iso.date({ error: "expected a day such as 2026-11-24" }),
});

/**
 * The publication that the articles belong to.
 *
 * - `address` is the origin of the deployed service: scheme, host and port, without a slash at the end. Every link
 *   starts with it.
 * - `language` is the language of the labels on pages, and of articles that name none.
 * - `people` are responsible for the publication as a whole.
 * - `hub` is the WebSub hub that feeds advertise.
 * - `cloud` is the address where rssCloud clients register. A newsroom sets its own; a file cannot set it.
 * - `retractions`: how feeds tell that an article was withdrawn. If it is missing, its defaults apply.
 * - `pictures`: how many smaller variants of pictures a build makes at most. If it is missing, its default applies.
 * - `analytics`, `comments` and `players` are what other people's hosts may do on pages. If they are missing, nothing.
 * - `navigation` are the links to pages. The door sets it for HTML pages; a file cannot set it.
 * - `rsl` are the terms for programs. If they are missing, the service states no terms.
 *
 * Only pages show the last five (`page-facts.ts`):
 *
 * - `theme` is how they look.
 * - `authors` are described on pages of their own.
 * - `social` are profiles of the publication elsewhere.
 * - `timeZone` is the zone in which pages tell times. If it is missing, each time is told in its own zone.
 * - `publishedWith`: whether the footer names the program. It does if this is missing.
 */
export const publicationSchema = z.strictObject({
  title: line,
  address: webAddress.transform((href, context) => {
    const url = new URL(href);
    if (url.pathname === "/" && !url.search && !url.hash) return url.origin;
    context.addIssue({
      code: "custom",
      message: "expected scheme and host only, such as https://news.example.org",
      input: href,
    });
    return z.NEVER;
  }),
  description: text,
  language: languageTag,
  identity: tagAuthoritySchema,
  icon: mediaFileSchema.optional(),
  logo: mediaFileSchema.optional(),
  rights: line.optional(),
  licence: webAddress.optional(),
  people: z.array(personSchema),
  sections: z.array(sectionSchema),
  hub: webAddress.optional(),
  cloud: webAddress.optional(),
  retractions: retractionsSchema.optional(),
  podcast: podcastSchema.optional(),
  rsl: rslTermsSchema.optional(),
  pictures: pictureSettingsSchema.optional(),
  analytics: analyticsSchema.optional(),
  comments: commentsSchema.optional(),
  players: playersSchema.optional(),
  theme: themeSchema.optional(),
  authors: z.array(authorSchema).optional(),
  social: z.array(profileLinkSchema).optional(),
  timeZone: timeZoneName.optional(),
  publishedWith: z
    .union([z.boolean(), z.stringbool({ truthy: ["true"], falsy: ["false"], case: "sensitive" })], {
      error: "expected true or false",
    })
    .optional(),
  navigation: navigationSchema.optional(),
});
export type Publication = z.infer<typeof publicationSchema>;
