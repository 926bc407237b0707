import { articleInputJsonSchema } from "../compile/submission/article-json-schema.ts";
import { answerProblem } from "../http/problems.ts";
import { cachedOrRendered } from "../http/representation/representation-cache.ts";
import { sendRepresentation } from "../http/representation/respond.ts";
import { logAnswer } from "../http/request-log.ts";
import { OPEN_TO_ALL } from "../http/security-headers.ts";
import type { HttpContext } from "../http/service.ts";
import { answerPreflight } from "../http/small-handlers.ts";
import type { DeskService } from "./desk-service.ts";
import type { PublicOperation } from "./operation.ts";
import { SCHEMA_PATH } from "./paths.ts";

const HOUR = 3_600;

/** A fixed `Last-Modified`. It need not be exact, because the entity tag changes with the schema. */
const MODIFIED = Date.UTC(2026, 10, 1);

export const GET_ARTICLE_SCHEMA: PublicOperation = {
  kind: "public",
  id: "getArticleSchema",
  method: "GET",
  path: SCHEMA_PATH,
  access: "open",
  summary: "The JSON Schema of a submitted article",
  description: "Public and cacheable.",
  tag: "About",
  responses: {
    200: { description: "The schema.", content: { "application/schema+json": "any object" }, headers: ["ETag"] },
    304: { description: "The client has the current schema.", headers: ["ETag"] },
  },
  problems: [],
  async handler(service, context) {
    const response = await respond(service, context);
    logAnswer(service, context, response);
    return response;
  },
};

async function respond(service: DeskService, context: HttpContext): Promise<Response> {
  const { raw: request } = context.req;
  if (request.method === "OPTIONS") return answerPreflight();
  if (request.method !== "GET" && request.method !== "HEAD")
    return answerProblem(service, context, { kind: "method-not-allowed" });
  const address = service.siteFor(request.url).origin + SCHEMA_PATH;
  const now = service.now();
  const representation = await cachedOrRendered(service, context, `schema ${address}`, now, async () => ({
    text: `${JSON.stringify(articleInputJsonSchema(address), undefined, 2)}\n`,
    mediaType: "application/schema+json",
    modified: MODIFIED,
  }));
  if (!representation) return answerProblem(service, context, { kind: "not-found" });
  const caching = { kind: "public", seconds: HOUR } as const;
  return sendRepresentation(request, representation, { caching, vary: "Accept-Encoding", headers: OPEN_TO_ALL }, now);
}
