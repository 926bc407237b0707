import type { Hono } from "hono";
import { clientKey } from "../../http/client-address.ts";
import { logAnswer } from "../../http/request-log.ts";
import { NO_SNIFFING } from "../../http/security-headers.ts";
import type { HttpContext, HttpEnv } from "../../http/service.ts";
import { parseContentType } from "../../syntax/content-type.ts";
import { readLimitedBody } from "../../syntax/limited-body.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import type { HubService } from "../service.ts";
import { type Requester, requesterOf } from "./requester.ts";

/** Why the hub refuses a request. `reason` is a sentence for the person who wrote the client. */
export type HubProblem = {
  readonly status: 400 | 413 | 415 | 429 | 503;
  readonly reason: string;
  /** Seconds after which the hub may accept the same request. */
  readonly retryAfter?: number;
};

/**
 * How the service was reached, and by whom: the origin of the topics, the hosts that cannot be a callback's, and whose
 * request counts.
 */
export type RequestFacts = {
  readonly origin: string;
  readonly ownHosts: readonly string[];
  readonly requester: Requester;
};

type FormHandler = (form: URLSearchParams, facts: RequestFacts) => Promise<Response>;

const METHODS = "GET, HEAD, POST, OPTIONS";
const FORM = "application/x-www-form-urlencoded";
const MAX_FORM_BYTES = 8_192;
/** The period of the clients' rate limit, in seconds. */
const CLIENT_PERIOD = 60;

export function refuse(reason: string, status: HubProblem["status"] = 400, retryAfter?: number) {
  return err<HubProblem>({ status, reason, ...(retryAfter !== undefined && { retryAfter }) });
}

/** Mounts an address that accepts forms from anonymous clients. A GET returns `about`, a description of the address. */
export function mountFormEndpoint(
  app: Hono<HttpEnv>,
  service: HubService,
  path: string,
  about: string,
  handler: FormHandler,
): void {
  app.all(path, async (context) => {
    const response = await answer(service, context, about, handler);
    logAnswer(service, context, response);
    return response;
  });
}

async function answer(service: HubService, context: HttpContext, about: string, handler: FormHandler) {
  const request = context.req.raw;
  switch (request.method) {
    case "GET":
      return sendText(about, 200);
    case "HEAD":
      return new Response(null, sendText(about, 200));
    case "OPTIONS":
      return new Response(null, { status: 204, headers: { Allow: METHODS } });
    case "POST":
      break;
    default:
      return sendText(`Expected one of ${METHODS}.`, 405, [["Allow", METHODS]]);
  }
  const { success } = await service.clientLimit.limit({ key: clientKey(request.headers) });
  const form = success
    ? await readForm(request)
    : refuse("Too many requests of your address. Try again later.", 429, CLIENT_PERIOD);
  if (!form.ok) return sendHubProblem(form.error);
  const { origin } = service;
  const ownHosts = [new URL(origin).host, new URL(request.url).host];
  return handler(form.value, { origin, ownHosts, requester: requesterOf(service, request.headers) });
}

/**
 * Reads the fields of a form (WebSub section 5.1). A body that is longer than any request needs is not read to its end.
 */
async function readForm(request: Request): Promise<Result<URLSearchParams, HubProblem>> {
  if (parseContentType(request.headers.get("content-type")).mediaType !== FORM) {
    await request.body?.cancel();
    return refuse(`Expected a form: Content-Type: ${FORM}.`, 415);
  }
  const body = await readLimitedBody(request, MAX_FORM_BYTES);
  if (!body.ok) return refuse(`The form is longer than ${MAX_FORM_BYTES} bytes.`, 413);
  return ok(new URLSearchParams(new TextDecoder().decode(body.value)));
}

/** Describes the outcome in plain text (WebSub section 5.1.2). */
export function sendText(text: string, status: number, headers: readonly [string, string][] = []): Response {
  return new Response(`${text}\n`, {
    status,
    headers: [["Content-Type", "text/plain; charset=utf-8"], ["Cache-Control", "no-store"], NO_SNIFFING, ...headers],
  });
}

export function sendHubProblem({ reason, retryAfter, status }: HubProblem): Response {
  return sendText(reason, status, retryAfter === undefined ? [] : [["Retry-After", String(retryAfter)]]);
}
