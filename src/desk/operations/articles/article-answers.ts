import * as z from "zod";
import { articleJsonSchema, articleToJson } from "../../../compile/submission/article-json.ts";
import { ARTICLE_STATES } from "../../../model/article-state.ts";
import { timestampInUtc } from "../../../model/timestamp.ts";
import { articlePath } from "../../../site/addresses.ts";
import { withPublicOrigin } from "../../../site/public-origin.ts";
import type { AuditRecord, Saved, StoredArticle, StoredArticleSummary } from "../../../store/newsroom.ts";
import { type Fault, faultSchema } from "../../fault.ts";
import { articleEtag } from "./article-etag.ts";

const stateSchema = z
  .enum(ARTICLE_STATES)
  .describe("unpublished: its time is over; retracted: withdrawn with a reason");
const instant = z.iso.datetime().describe("RFC 3339, UTC");

const storedFields = {
  state: stateSchema,
  revision: z.int().positive().describe("counts the changes, from 1"),
  hash: z.string().describe("a hash of the article alone: equal articles have equal hashes"),
  etag: z.string().describe("the ETag of the article as JSON, for If-Match"),
  saved: instant,
  address: z.url().describe("the address of the public page, once the article is published"),
};

/** The answer to a change. */
export const savedSchema = z.strictObject({
  outcome: z
    .enum(["created", "changed", "unchanged", "retracted", "discarded"])
    .describe("unchanged: the article was the same already, and nothing was written"),
  article: articleJsonSchema,
  ...storedFields,
  warnings: z.array(faultSchema).describe("faults that did not prevent the change"),
});

export const listedSchema = z.strictObject({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  updated: z.iso.datetime({ offset: true }).describe("the last change that readers are to notice"),
  ...storedFields,
  due: instant.describe("when it is or was to be published"),
});

const next = z.url().optional().describe("the address of the next page; absent on the last page");

export const articleListSchema = z.strictObject({ articles: z.array(listedSchema), next });

export const auditRecordSchema = z.strictObject({
  number: z.int(),
  at: instant,
  actor: z.string().describe("the name of the token, or the clock"),
  action: z.string(),
  id: z.string(),
  slug: z.string(),
  before: z.string().optional().describe("hash of the article before"),
  after: z.string().optional().describe("hash of the article after"),
});

export const auditListSchema = z.strictObject({ records: z.array(auditRecordSchema), next });

export function savedAnswer({ kind, kept }: Saved, warnings: readonly Fault[], origin: string) {
  return {
    outcome: kind,
    article: articleToJson(withPublicOrigin(kept.article, origin)),
    ...storedAnswer(kept, kept.article.slug, origin),
    warnings,
  };
}

export function listedAnswer(listed: StoredArticleSummary, origin: string): z.input<typeof listedSchema> {
  const { id, slug, title, updated, due } = listed;
  return { id, slug, title, updated, ...storedAnswer(listed, slug, origin), due: timestampInUtc(due) };
}

export function auditAnswer({ at, ...record }: AuditRecord): z.input<typeof auditRecordSchema> {
  return { ...record, at: timestampInUtc(at) };
}

function storedAnswer(kept: Omit<StoredArticle, "article">, slug: string, origin: string) {
  const { state, revision, hash, saved } = kept;
  const address = origin + articlePath(slug);
  return { state, revision, hash, etag: articleEtag(kept), saved: timestampInUtc(saved), address };
}
