import { articleJsonSchema } from "../compile/submission/article-json-schema.ts";
import { answerProblem } from "../http/problems.ts";
import { answerPreflight } from "../http/preflight.ts";
import { renderOnce } from "../http/render-once.ts";
import { logRequest } from "../http/request-log.ts";
import { sendRepresentation } from "../http/respond.ts";
import { OPEN_TO_ALL } from "../http/security-headers.ts";
import type { HttpContext } from "../http/service.ts";
import type { DeskService } from "./desk-service.ts";
import { SCHEMA_PATH } from "./paths.ts";

const AN_HOUR = 3_600;

/** Any fixed day will do for `Last-Modified`: the tag tells one schema from the next. */
const SINCE = Date.UTC(2026, 10, 1);

/** The schema by which articles are sent, at its own address: for editors and programs anywhere. */
export async function answerArticleSchema(service: DeskService, context: HttpContext): Promise<Response> {
  const response = await respond(service, context);
  logRequest(service, context, response);
  return response;
}

async function respond(service: DeskService, context: HttpContext): Promise<Response> {
  const { raw: request } = context.req;
  if (request.method === "OPTIONS") return answerPreflight();
  if (request.method !== "GET" && request.method !== "HEAD")
    return answerProblem(service, context, { kind: "method-not-allowed" });
  const address = service.siteFor(request.url).origin + SCHEMA_PATH;
  const now = service.now();
  const representation = await renderOnce(service, context, `schema ${address}`, now, async () => ({
    text: `${JSON.stringify(articleJsonSchema(address), undefined, 2)}\n`,
    mediaType: "application/schema+json",
    modified: SINCE,
  }));
  if (!representation) return answerProblem(service, context, { kind: "not-found" });
  const caching = { kind: "public", seconds: AN_HOUR } as const;
  return sendRepresentation(request, representation, { caching, vary: "Accept-Encoding", headers: OPEN_TO_ALL }, now);
}
