import type { Hono } from "hono";
import { logRequest } from "../http/request-log.ts";
import { NO_SNIFFING } from "../http/security-headers.ts";
import type { HttpContext, HttpEnv } from "../http/service.ts";
import { answerArticleSchema } from "./answer-article-schema.ts";
import { type Handler, isProblem } from "./desk-call.ts";
import type { DeskProblem } from "./desk-problem.ts";
import { DESK_ROUTES, type DeskRoute } from "./desk-routes.ts";
import type { DeskService } from "./desk-service.ts";
import { sendProblemPage } from "./pages/send-problem-page.ts";
import { DESK_PATH, SCHEMA_PATH } from "./paths.ts";
import { sendProblem } from "./send-problem.ts";

/** Mounts the desk, and the public schema of what it takes. Before the routes for readers or behind them: no address is both. */
export function mountDesk(app: Hono<HttpEnv>, service: DeskService): void {
  for (const route of DESK_ROUTES) mount(app, service, { ...route, handler: (context) => handlerFor(route, context) });
  const moved = aProblem({ problem: true, kind: "moved", location: DESK_PATH });
  mount(app, service, { path: DESK_PATH.slice(0, -1), kind: "page", handler: () => moved });
  mount(app, service, { path: `${DESK_PATH}*`, kind: "api", handler: () => aProblem(nothingHere) });
  app.all(SCHEMA_PATH, (context) => answerArticleSchema(service, context));
}

const nothingHere: DeskProblem = { problem: true, kind: "not-found", what: "There is nothing at this address." };

function aProblem(problem: DeskProblem): Handler {
  return async () => problem;
}

type Mounted = Pick<DeskRoute, "path" | "kind"> & { readonly handler: (context: HttpContext) => Handler };

function mount(app: Hono<HttpEnv>, service: DeskService, { path, kind, handler }: Mounted): void {
  app.all(path.replace(/\{(\w+)\}/g, ":$1"), async (context) => {
    const { response, error } = await answer(service, context, kind, handler(context));
    logRequest(service, context, response, error);
    return response;
  });
}

/** A fault of ours is told in full to the log, and in one sentence to whoever asked. */
async function answer(service: DeskService, context: HttpContext, kind: DeskRoute["kind"], handler: Handler) {
  const request = context.req.raw;
  const url = new URL(request.url);
  let origin = url.origin;
  let error: Error | undefined;
  let outcome: Response | DeskProblem;
  try {
    ({ origin } = service.siteFor(request.url));
    outcome = await handler(service, { request, url, origin, parameters: context.req.param(), now: service.now() });
  } catch (thrown) {
    error = thrown instanceof Error ? thrown : new Error(String(thrown));
    outcome = { problem: true, kind: "internal" };
  }
  const send = kind === "page" ? sendProblemPage : sendProblem;
  const response = isProblem(outcome) ? send(outcome, origin) : outcome;
  return { response: asFromTheDesk(request, response), error };
}

/** Nothing of the desk is kept by anyone on the way, nor read by pages of other origins. */
function asFromTheDesk(request: Request, response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set("Cache-Control", "no-store");
  headers.set(...NO_SNIFFING);
  headers.set("Referrer-Policy", "same-origin");
  headers.set("Cross-Origin-Resource-Policy", "same-origin");
  const { status } = response;
  return new Response(request.method === "HEAD" ? null : response.body, { status, headers });
}

/** HEAD is answered as GET, less the body. */
function handlerFor({ methods }: DeskRoute, context: HttpContext): Handler {
  const method = context.req.raw.method === "HEAD" ? "GET" : context.req.raw.method;
  const [, handler] = Object.entries(methods).find(([name]) => name === method) ?? [];
  if (handler) return handler;
  const allow = [
    ...Object.keys(methods).flatMap((name) => (name === "GET" ? ["GET", "HEAD"] : [name])),
    "OPTIONS",
  ].join(", ");
  if (method === "OPTIONS") return async () => new Response(null, { status: 204, headers: { Allow: allow } });
  return aProblem({ problem: true, kind: "method-not-allowed", allow });
}
