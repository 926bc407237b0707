import * as z from "zod";
import { articleSchema, personSchema } from "../../model/article.ts";
import { slug, text, timestamp, webAddress } from "../../model/schema.ts";
import { MAX_SLUG_BYTES } from "../../model/slug.ts";
import { formerPath } from "../../site/former-path.ts";
import { listOfPeople, named } from "../front-matter/article-fields.ts";
import type { KnownFields } from "../front-matter/parse-fields.ts";
import { EPISODE_INPUT_LISTS } from "./episode-input-schema.ts";
import { attachmentInput, imageInput } from "./media-input-schema.ts";
import { someText, WEB_ADDRESS_PATTERN } from "./some-text.ts";

/**
 * An article as a client sends it as JSON. A client may send back what the service answered with, and may leave out
 * everything but title and text. The text is HTML in `body` or Markdown in `markdown`. The public JSON Schema is made
 * of this schema (`article-json-schema.ts`), so every field has a description.
 */

const address = webAddress.meta({ pattern: WEB_ADDRESS_PATTERN });
const time = timestamp.meta({ format: "date-time", examples: ["2026-11-24T09:30:00+08:00"] });
const slugText = slug.meta({
  // A schema cannot count bytes. More characters than bytes there cannot be.
  maxLength: MAX_SLUG_BYTES,
  pattern: "^(?!.*[\\p{Lu}\\p{Lt}])[\\p{L}\\p{M}\\p{N}]+(?:-[\\p{L}\\p{M}\\p{N}]+)*$",
  examples: ["a-headline"],
});

/** A name alone is short for a person or agency with no more than a name. */
const personInput = z.strictObject({
  name: someText.meta({ description: "The name as it is printed." }),
  url: address.meta({ description: "A page about them." }).optional(),
  email: personSchema.shape.email.unwrap().meta({ description: "Where they are written to." }).optional(),
});

const agencyInput = personInput
  .pick({ name: true, url: true })
  .meta({ description: "Who the copy comes from, such as a news agency: not the people who wrote it." });

const correctionInput = z.strictObject({
  time: time.meta({ description: "When it was corrected." }),
  text: someText.meta({ description: "What was wrong before." }),
});

const retractionInput = z.strictObject({
  time: time.meta({ description: "When it was taken back." }),
  reason: someText.meta({ description: "Why, for readers." }),
});

const inputMembers = z.strictObject({
  title: someText.meta({ description: "The headline." }),
  body: text
    .meta({
      description:
        "The text as HTML. It is sanitised; addresses may be full, from the root, or names of uploaded files. The dateline is put before its first sentence if it is not there yet. Send this or markdown.",
      examples: [
        '<p>The ferry crosses twice as often. <a href="/articles/slipway">How the slipway was rebuilt</a></p>',
      ],
    })
    .optional(),
  markdown: text
    .meta({
      description:
        "The text as Markdown, as in a content file, in place of body. The desk keeps it: GET with Accept: text/markdown returns it, below the other members as front matter.",
      examples: ["The ferry crosses *twice* as often. [How the slipway was rebuilt](/articles/slipway)"],
    })
    .optional(),
  id: articleSchema.shape.id
    .meta({
      description: "A tag URI (RFC 4151), permanent. Left out, it stays what it is, and a new article is given one.",
      pattern: "^tag:",
      examples: ["tag:news.example.org,2026-01-01:articles/9k2m4x7q0v3b5d8f"],
    })
    .optional(),
  slug: slugText
    .meta({
      description: `The last part of the address it is put at; no other. At most ${MAX_SLUG_BYTES} bytes of UTF-8.`,
    })
    .optional(),
  url: z
    .unknown()
    .meta({ description: "The address of its page, as the desk sends it. It follows from the slug and is not read." })
    .optional(),
  summary: text
    .meta({
      description:
        "One or two sentences; left out, they are taken from the opening. A summary that was taken from it and is sent back as it was counts as left out.",
    })
    .optional(),
  byline: z
    .preprocess(listOfPeople, z.array(personInput))
    .meta({ description: "Who wrote it: a list, or one; each a name, or more." })
    .optional(),
  agency: z
    .preprocess(named, agencyInput)
    .meta({ description: "Who the copy comes from: a name, or more." })
    .optional(),
  dateline: someText
    .meta({ description: "The place printed before the first sentence.", examples: ["SEOUL"] })
    .optional(),
  published: time
    .meta({ description: "When it was published. Left out, it stays what it is; at first, scheduledFor or now." })
    .optional(),
  updated: time
    .meta({
      description:
        "The last change that readers are to notice, not before published. A change of what readers see moves it to now, unless a later time than before is given here, or minor is true.",
    })
    .optional(),
  language: articleSchema.shape.language
    .meta({
      description: "A language tag (BCP 47); left out, the publication's.",
      pattern: "^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$",
      examples: ["en-GB"],
    })
    .optional(),
  section: slugText.meta({ description: "The slug of one of the publication's sections." }).optional(),
  tags: z.array(someText).meta({ description: "What it is about, each once." }).optional(),
  image: imageInput.optional(),
  related: z
    .unknown()
    .meta({
      description: "The related links in the body, as the desk sends them. They follow from it and are not read.",
    })
    .optional(),
  attachments: z
    .array(attachmentInput)
    .meta({ description: "Sound, film and other files that belong to it." })
    .optional(),
  canonical: address.meta({ description: "The address of the original, if it is elsewhere." }).optional(),
  rights: someText.meta({ description: "Who holds which rights, in words." }).optional(),
  licence: address.meta({ description: "The address of its licence." }).optional(),
  status: articleSchema.shape.status
    .meta({
      description: "Left out: retracted if there is a retraction, scheduled if there is scheduledFor, or published.",
    })
    .optional(),
  corrections: z.array(correctionInput).meta({ description: "What was corrected; it moves updated." }).optional(),
  scheduledFor: time.meta({ description: "When it is to come out." }).optional(),
  unpublishAt: time.meta({ description: "When it is to be taken down." }).optional(),
  formerSlugs: z.array(slugText).meta({ description: "Slugs it had before, which lead to it." }).optional(),
  formerPaths: z
    .array(formerPath.meta({ pattern: "^/(?!/)", examples: ["/2019/05/ferry/", "/?p=123"] }))
    .min(1, { error: "expected a path" })
    .meta({ description: "Paths of this host at which it was found under another system, and which lead to it." })
    .optional(),
  retraction: retractionInput.meta({ description: "That it was taken back, and why." }).optional(),
  minor: z
    .boolean()
    .meta({
      description:
        "That readers need not notice this change, such as a comma: updated stays what it is. Left out, false. It is said of the change and is not stored.",
    })
    .optional(),
});

/** The members of the text, of which an article has one. */
export const TEXT_MEMBERS = ["body", "markdown"] as const;
export type TextMember = (typeof TEXT_MEMBERS)[number];

export const articleInputSchema = inputMembers.refine(
  (article) => TEXT_MEMBERS.filter((member) => article[member] !== undefined).length === 1,
  { error: "expected the text once: as HTML in body, or as Markdown in markdown" },
);

/** The fields that can be read where others are missing or at fault, so that all are judged. */
export const partialInputSchema = inputMembers.partial();
export type PartialInput = z.output<typeof partialInputSchema>;

export const ARTICLE_INPUT_FIELDS: KnownFields = {
  "": Object.keys(inputMembers.shape),
  byline: Object.keys(personInput.shape),
  agency: Object.keys(agencyInput.shape),
  image: Object.keys(imageInput.shape),
  attachments: Object.keys(attachmentInput.shape),
  "attachments.chapters": EPISODE_INPUT_LISTS.chapters,
  "attachments.transcripts": EPISODE_INPUT_LISTS.transcripts,
  "attachments.persons": EPISODE_INPUT_LISTS.persons,
  "attachments.alternates": EPISODE_INPUT_LISTS.alternates,
  "attachments.funding": EPISODE_INPUT_LISTS.funding,
  corrections: Object.keys(correctionInput.shape),
  retraction: Object.keys(retractionInput.shape),
};
