import { MAX_ARTICLE_BYTES } from "../operations/articles/put-article.ts";
import type { Operation } from "./operation.ts";

const saved = { "application/json": "SavedArticle" } as const;

export const ARTICLE_OPERATIONS = {
  "GET /desk/articles": {
    summary: "List articles, the newest first",
    tag: "Articles",
    access: ["read"],
    parameters: ["state", "limit", "after"],
    responses: {
      200: { description: "A page of the list.", content: { "application/json": "ArticleList" }, headers: ["Link"] },
    },
    problems: ["bad-request"],
  },
  "GET /desk/articles/{slug}": {
    summary: "Read an article",
    description:
      "As JSON: what was read can be changed and sent back with PUT. With `Accept: text/markdown` or `text/html`, the text it was written as, where it was not JSON.",
    tag: "Articles",
    access: ["read"],
    parameters: ["slug", "ifNoneMatch"],
    responses: {
      200: {
        description: "The article.",
        content: { "application/json": "Article", "text/markdown": "text", "text/html": "text" },
        headers: ["ETag", "Last-Modified", "Dateline-State", "Dateline-Revision", "Link"],
      },
      304: { description: "It is as the client has it.", headers: ["ETag"] },
    },
    problems: ["not-found", "not-acceptable", "precondition-failed"],
  },
  "PUT /desk/articles/{slug}": {
    summary: "Save an article",
    description: `Creates the article at this slug, or changes it. An article that brings an \`id\` is the one with that id, wherever it was: it moves here, and its old address leads on. Sending the same again writes nothing. At most ${MAX_ARTICLE_BYTES} bytes. A token with the scope write alone saves drafts only. With text that is no JSON, \`ETag\` names the text that was kept; \`etag\` in the answer is the tag of the article as JSON. Both will do for If-Match.`,
    tag: "Articles",
    access: ["write", "publish"],
    parameters: ["slug", "ifMatch", "ifNoneMatch", "idempotencyKey", "csrfToken"],
    body: {
      isRequired: true,
      content: { "application/json": "Submission", "text/markdown": "text", "text/html": "text" },
    },
    responses: {
      200: {
        description: "It was changed, or was like this already.",
        content: saved,
        headers: ["ETag", "Idempotency-Replayed"],
      },
      201: { description: "It was created.", content: saved, headers: ["Location", "ETag", "Idempotency-Replayed"] },
    },
    problems: [
      "bad-request",
      "invalid",
      "precondition-failed",
      "slug-taken",
      "path-taken",
      "too-large",
      "unsupported-media-type",
      "unsupported-coding",
      "key-reused",
      "forged",
    ],
  },
  "DELETE /desk/articles/{slug}": {
    summary: "Retract an article, or discard a draft",
    description:
      "An article that readers may have seen is taken back with a reason, which they are told. A draft is gone.",
    tag: "Articles",
    access: ["write", "publish"],
    parameters: ["slug", "reason", "ifMatch", "idempotencyKey", "csrfToken"],
    body: { isRequired: false, content: { "application/json": "Retraction" } },
    responses: {
      200: {
        description: "The article as it is now; a draft as it was.",
        content: saved,
        headers: ["Idempotency-Replayed"],
      },
    },
    problems: [
      "bad-request",
      "invalid",
      "not-found",
      "precondition-failed",
      "too-large",
      "unsupported-media-type",
      "unsupported-coding",
      "key-reused",
      "forged",
    ],
  },
  "GET /desk/audit": {
    summary: "List who changed what, the newest first",
    tag: "Articles",
    access: ["read"],
    parameters: ["limit", "after"],
    responses: {
      200: { description: "A page of the list.", content: { "application/json": "AuditList" }, headers: ["Link"] },
    },
    problems: ["bad-request"],
  },
} as const satisfies Record<string, Operation>;
