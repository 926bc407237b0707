import * as z from "zod";
import { articleSchema } from "../../model/article.ts";
import {
  articleListSchema,
  auditListSchema,
  auditRecordSchema,
  listedSchema,
  savedSchema,
} from "../operations/articles/article-answers.ts";
import { retractionRequestSchema } from "../operations/articles/delete-article.ts";
import {
  deliveriesSchema,
  replayedSchema,
  subscriptionListSchema,
  subscriptionSchema,
} from "../operations/hub/hub-answers.ts";
import { mediaListSchema, uploadedMediaSchema } from "../operations/media/media-answers.ts";
import { faultSchema, problemSchema } from "../problem-schema.ts";

const SCHEMAS = {
  Article: articleSchema,
  SavedArticle: savedSchema,
  ListedArticle: listedSchema,
  ArticleList: articleListSchema,
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
  Fault: faultSchema,
} as const;

/** `Submission` is not Zod's alone: it is the schema that stands at its own address. */
export type SchemaName = keyof typeof SCHEMAS | "Submission";

/** What is on the wire, from the schemas by which it is made and read; where one stands in another, it is referred to. */
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
