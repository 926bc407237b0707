import * as z from "zod";
import { line, slug, slugOfAnyLength, tagUriSchema, timestamp } from "./schema.ts";

/**
 * The ledger: what file mode remembers between builds. `npm run record` writes it to `content/ledger/`, which is
 * committed like a lockfile. The files of articles alone do not tell when an article last changed, which addresses it
 * had, or that it was withdrawn.
 */

const hash = z.string().regex(/^[0-9a-f]{16}$/, { error: "expected 16 hexadecimal digits" });
const sequence = z.int().positive();

/** The hash of a text, and when it last changed. */
const versionSchema = z.strictObject({ hash, modified: timestamp });
export type RecordedVersion = z.infer<typeof versionSchema>;

/**
 * The position of an article in the history of one feed. If `sequence` or `entered` is missing, that of the article
 * applies. If the article left the feed, its position stays empty. `leftBefore` is when an article that joined the feed
 * again had left it: readers were told of that, and the feed does not become older.
 */
const membershipSchema = z.strictObject({
  sequence: sequence.optional(),
  entered: timestamp.optional(),
  left: timestamp.optional(),
  leftBefore: timestamp.optional(),
});
export type Membership = z.infer<typeof membershipSchema>;

/** The facts of an article's last recorded version, as the article has them. */
const lastVersionSchema = z.strictObject({
  title: line.optional(),
  published: timestamp,
  updated: timestamp,
  scheduledFor: timestamp.optional(),
  unpublishAt: timestamp.optional(),
});
export type LastVersion = z.infer<typeof lastVersionSchema>;

/**
 * The record of one article, under its id. All times are in UTC.
 *
 * - `sequence` and `entered`: the number with which it entered the ledger, and when. They never change.
 * - `due`: when the article became public, or will. It no longer changes after that time has passed.
 * - `size`: bytes of its text when it entered, which decide where archives are cut. It never changes.
 * - `modified`: when its bytes last changed.
 * - `feeds`: the scopes that it is or was in, by `scopeKey`, without the scope of everything.
 * - `withdrawn`: when it was retracted or its file was deleted, and the reason if there is one. `expired`: its
 *   `unpublishAt` had passed before its file was deleted.
 * - `last`: what it said when it was last recorded, without which a deleted file would leave nothing to name it by.
 *   `title` is missing if readers never saw it.
 * - `told`: the latest `updated` that readers were told of it, before `last`.
 * - `restored`: when it was last published again after it had been withdrawn. Its `updated` is not before that.
 * - `deployed`: false until a deploy carries the article. Without it, a deploy may have carried it.
 *
 * Records that were made before the last four existed lack them.
 */
export const ledgerArticleSchema = z.strictObject({
  sequence,
  entered: timestamp,
  due: timestamp,
  size: z.int().nonnegative(),
  slug: slugOfAnyLength,
  formerSlugs: z.array(slugOfAnyLength),
  hash,
  modified: timestamp,
  feeds: z.record(z.string(), membershipSchema),
  withdrawn: z
    .strictObject({ time: timestamp, reason: line.optional(), expired: z.literal(true).optional() })
    .optional(),
  last: lastVersionSchema.optional(),
  told: timestamp.optional(),
  restored: timestamp.optional(),
  deployed: z.literal(false).optional(),
});
export type LedgerArticle = z.infer<typeof ledgerArticleSchema>;

/**
 * What the ledger says of the publication as a whole. In the files, each member is a line of its own.
 *
 * `pages`: the facts of the publication that no feed uses (`page-facts.ts`). It is missing until there are some.
 *
 * `podcasts`: the guids of the podcasts, by `scopeKey`, that were derived from their addresses when they were first
 * recorded. They stay when an address changes. `content`: the number of the last migration of `npm run upgrade` that
 * changed the files of the content. Without it, none did.
 *
 * `navigation`: the links to the pages beside the articles, and the slugs of all of them. `pageTexts`: each of them, by
 * its slug. One that is removed leaves nothing here.
 */
export const ledgerHeadSchema = z.strictObject({
  publication: versionSchema,
  renderer: versionSchema,
  pages: versionSchema.optional(),
  podcasts: z.record(z.string(), z.string()).optional(),
  content: sequence.optional(),
  navigation: versionSchema.optional(),
  pageTexts: z.record(slug, versionSchema).optional(),
});
export type LedgerHead = z.infer<typeof ledgerHeadSchema>;

/** `articles` are in the order in which they entered. */
export const ledgerSchema = z.strictObject({
  ...ledgerHeadSchema.shape,
  articles: z.record(tagUriSchema, ledgerArticleSchema),
});
export type Ledger = z.infer<typeof ledgerSchema>;
