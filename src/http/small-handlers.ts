import { ALL } from "../model/selection.ts";
import { PAGE_SCRIPT } from "../render/html/script/page-script.ts";
import { STYLESHEET } from "../render/html/style/style.ts";
import { ALLOWED_METHODS, answerProblem } from "./problems.ts";
import { createRepresentation } from "./representation/representation.ts";
import { sendRepresentation } from "./representation/respond.ts";
import { NO_SNIFFING } from "./security-headers.ts";
import type { HttpContext, Service } from "./service.ts";

/** Redirects browsers and readers that look for an icon at its conventional path to the icon of the publication. */
export async function answerFavicon(service: Service, context: HttpContext): Promise<Response> {
  const { icon } = await service.siteFor(context.req.raw.url).store.publication();
  return answerProblem(service, context, icon ? { kind: "moved", location: icon.url } : { kind: "not-found" });
}

/** `Last-Modified` of the style sheet. Its address changes with its text, so the day does not matter. */
const STYLESHEET_MODIFIED = Date.UTC(2026, 0, 1);

const SHEET = createRepresentation(
  { text: STYLESHEET, mediaType: "text/css", modified: STYLESHEET_MODIFIED },
  STYLESHEET_MODIFIED,
);

/** Answers with the style sheet, whose address contains the hash of its text. */
export async function answerStylesheet(service: Service, context: HttpContext): Promise<Response> {
  const options = { caching: { kind: "immutable" }, vary: "Accept-Encoding", headers: [] } as const;
  return sendRepresentation(context.req.raw, SHEET, options, service.now());
}

const SCRIPT = createRepresentation(
  { text: PAGE_SCRIPT, mediaType: "text/javascript", modified: STYLESHEET_MODIFIED },
  STYLESHEET_MODIFIED,
);

/** Answers with the script of pages, whose address contains the hash of its text. */
export async function answerScript(service: Service, context: HttpContext): Promise<Response> {
  const options = { caching: { kind: "immutable" }, vary: "Accept-Encoding", headers: [] } as const;
  return sendRepresentation(context.req.raw, SCRIPT, options, service.now());
}

/** Tells a monitor that the service can read its content. A store that fails throws, which becomes a 500. */
export async function answerHealth(service: Service, context: HttpContext): Promise<Response> {
  const { store } = service.siteFor(context.req.raw.url);
  const { title } = await store.publication();
  await store.version(ALL, { kind: "current" }, service.now());
  const headers: [string, string][] = [
    ["Content-Type", "application/json; charset=utf-8"],
    ["Cache-Control", "no-store"],
    NO_SNIFFING,
  ];
  return new Response(`${JSON.stringify({ status: "ok", publication: title })}\n`, { headers });
}

/** Allows pages of other origins to read, with every request header that saves a feed reader a download. */
export function answerPreflight(): Response {
  const headers = {
    Allow: ALLOWED_METHODS,
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": ALLOWED_METHODS,
    "Access-Control-Allow-Headers": "Accept, A-IM, If-Modified-Since, If-None-Match, If-Range, Range",
    "Access-Control-Max-Age": "86400",
    "Cache-Control": "no-store",
  };
  return new Response(null, { status: 204, headers });
}
