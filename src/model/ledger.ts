import * as z from "zod";
import { line, slug, tagUriSchema, timestamp } from "./schema.ts";

/**
 * What the shelf remembers between builds (`content/ledger.json`, written by `npm run record`, committed like a lockfile). Articles alone
 * cannot tell when their bytes last changed, where they were before, or that they were there at all.
 */

const hash = z.string().regex(/^[0-9a-f]{16}$/, { error: "expected 16 hexadecimal digits" });
const sequence = z.int().positive();

/** When a text last changed, and what it was then. */
const versionSchema = z.strictObject({ hash, modified: timestamp });

/** An article's place in the history of one feed, where that is not its place in the whole. A feed that it left keeps the place empty. */
const membershipSchema = z.strictObject({
  sequence: sequence.optional(),
  entered: timestamp.optional(),
  left: timestamp.optional(),
});
export type Membership = z.infer<typeof membershipSchema>;

/**
 * One article, under its id. All times are in UTC.
 *
 * - `sequence` and `entered`: the order and the time in which it entered the ledger. Never changed again.
 * - `due`: when readers could first see it. Fixed once that time has passed.
 * - `size`: bytes of its text when it entered, by which archives are divided. Never changed again.
 * - `modified`: when its bytes last changed.
 * - `feeds`: the scopes it is or was in, by `scopeKey`, everything apart.
 * - `withdrawn`: that it was retracted or taken away, when, and why where that was said.
 */
const ledgerArticleSchema = z.strictObject({
  sequence,
  entered: timestamp,
  due: timestamp,
  size: z.int().nonnegative(),
  slug,
  formerSlugs: z.array(slug),
  hash,
  modified: timestamp,
  feeds: z.record(z.string(), membershipSchema),
  withdrawn: z.strictObject({ time: timestamp, reason: line.optional() }).optional(),
});
export type LedgerArticle = z.infer<typeof ledgerArticleSchema>;

export const ledgerSchema = z.strictObject({
  version: z.literal(1),
  publication: versionSchema,
  renderer: versionSchema,
  articles: z.record(tagUriSchema, ledgerArticleSchema),
});
export type Ledger = z.infer<typeof ledgerSchema>;
