import * as z from "zod";
import { pageInputSchema, pageJsonSchema } from "../../compile/pages/page-json.ts";
import { articleJsonSchema } from "../../compile/submission/article-json.ts";
import { faultSchema } from "../fault.ts";
import {
  articleListSchema,
  auditListSchema,
  auditRecordSchema,
  listedSchema,
  savedSchema,
} from "../operations/articles/article-answers.ts";
import { retractionRequestSchema } from "../operations/articles/retract-article.ts";
import {
  deliveriesSchema,
  replayedSchema,
  subscriptionListSchema,
  subscriptionSchema,
} from "../operations/hub/hub-answers.ts";
import { mediaListSchema, uploadedMediaSchema } from "../operations/media/media-answers.ts";
import { listedPageSchema, pageListSchema, savedPageSchema } from "../operations/pages/page-answers.ts";

/** The JSON form of a problem (RFC 9457). */
const problemSchema = z
  .looseObject({
    type: z.url().describe("the kind of problem, and the address of its description in the reference"),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    faults: z.array(faultSchema).optional().describe("every fault, not only the first"),
    warnings: z.array(faultSchema).optional(),
  })
  .describe("a problem (RFC 9457)");

/** A problem of the public door, where the kind is the status. */
const publicProblemSchema = z
  .looseObject({ title: z.string(), status: z.int(), detail: z.string() })
  .describe("a problem (RFC 9457) without a type");

const SCHEMAS = {
  Article: articleJsonSchema,
  SavedArticle: savedSchema,
  ListedArticle: listedSchema,
  ArticleList: articleListSchema,
  Page: pageJsonSchema,
  SavedPage: savedPageSchema,
  ListedPage: listedPageSchema,
  PageList: pageListSchema,
  PageSubmission: pageInputSchema,
  AuditRecord: auditRecordSchema,
  AuditList: auditListSchema,
  Retraction: retractionRequestSchema,
  Media: uploadedMediaSchema,
  MediaList: mediaListSchema,
  Subscription: subscriptionSchema,
  SubscriptionList: subscriptionListSchema,
  Deliveries: deliveriesSchema,
  Replayed: replayedSchema,
  Problem: problemSchema,
  PublicProblem: publicProblemSchema,
  Fault: faultSchema,
} as const;

/** `Submission` is the schema that is published at its own address. It is not made from Zod alone. */
export type SchemaName = keyof typeof SCHEMAS | "Submission";

/**
 * JSON Schemas of all bodies, made from the Zod schemas that the desk writes and reads by. They refer to one another.
 */
export function componentSchemas(): Record<string, unknown> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(SCHEMAS)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { io: "input", unrepresentable: "any", uri: schemaAddress });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _schema, $id: _id, id: _name, ...schema }]) => [id, schema]),
  );
}

export function schemaAddress(id: string): string {
  return `#/components/schemas/${id}`;
}
