import type { Hono } from "hono";
import { clientKey } from "../../http/client-address.ts";
import { logRequest } from "../../http/request-log.ts";
import type { HttpContext, HttpEnv } from "../../http/service.ts";
import type { HubService } from "../hub-service.ts";
import { isRefusal, refuse, retryHeader, sendText } from "./hub-refusal.ts";
import { readHubForm } from "./read-hub-form.ts";
import type { HubPlace } from "./request-subscription.ts";

const METHODS = "GET, HEAD, POST, OPTIONS";
/** In seconds: the period that clients are counted over. */
const CLIENT_PERIOD = 60;

type FormHandler = (form: URLSearchParams, place: HubPlace) => Promise<Response>;

/** An address that takes forms from anyone, and says to everyone else what it is. */
export function mountForm(
  app: Hono<HttpEnv>,
  service: HubService,
  path: string,
  about: string,
  handler: FormHandler,
): void {
  app.all(path, async (context) => {
    const response = await answer(service, context, about, handler);
    logRequest(service, context, response);
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
  const form = success ? await readHubForm(request) : refuse("Too many requests. Try again later.", 429, CLIENT_PERIOD);
  if (isRefusal(form)) return sendText(form.reason, form.status, retryHeader(form));
  const { origin } = service;
  return handler(form, { origin, ownHosts: [new URL(origin).host, new URL(request.url).host] });
}
