import type { Hono } from "hono";
import { type HttpProblem, PROBLEM_JSON, problemResponse } from "../http/problem-response.ts";
import { logAnswer } from "../http/request-log.ts";
import { NO_SNIFFING } from "../http/security-headers.ts";
import type { HttpContext, HttpEnv } from "../http/service.ts";
import { err, ok } from "../syntax/result.ts";
import { guardApi, guardPage } from "./access/guard.ts";
import { findSession } from "./access/sessions.ts";
import type { Handler, Outcome } from "./desk-call.ts";
import type { DeskService } from "./desk-service.ts";
import type { DeskMethod, Operation } from "./operation.ts";
import { OPERATIONS } from "./operations.ts";
import { renderDeskProblem } from "./pages/problem.tsx";
import { DESK_PAGE_HEADERS, sendPage } from "./pages/send-page.ts";
import { DESK_PATH, OVERVIEW_PATH } from "./paths.ts";
import { type DeskProblem, describeProblem } from "./problems.ts";

type DeskOperation = Exclude<Operation, { kind: "public" }>;

/** The operations of one path. HEAD is answered like GET, without the body. */
type Route = { readonly kind: DeskOperation["kind"]; readonly handlers: ReadonlyMap<DeskMethod, Handler> };

/** Mounts all operations of the desk. Public routes may come before or after them, because no path is both. */
export function mountDesk(app: Hono<HttpEnv>, service: DeskService): void {
  const routes = new Map<string, Route>();
  for (const operation of OPERATIONS) {
    if (operation.kind === "public") {
      app.all(patternOf(operation.path), (context) => operation.handler(service, context));
      continue;
    }
    const { kind, method, path } = operation;
    const handlers = new Map([...(routes.get(path)?.handlers ?? []), [method, guarded(operation)] as const]);
    routes.set(path, { kind, handlers });
  }
  for (const [path, { kind, handlers }] of routes)
    for (const each of path === OVERVIEW_PATH ? [path, DESK_PATH] : [path])
      mount(app, service, each, kind, (context) => handlerFor(handlers, context));
  const unknown = problemHandler({ kind: "not-found", what: "There is nothing at this address." });
  mount(app, service, `${DESK_PATH}*`, "api", () => unknown);
}

function guarded(operation: DeskOperation): Handler {
  if (operation.access === "open" || operation.access === "session") return operation.handler;
  const guard = operation.kind === "page" ? guardPage : guardApi;
  return guard(operation.access, operation.handler);
}

function problemHandler(problem: DeskProblem): Handler {
  return async () => err(problem);
}

function patternOf(path: string): string {
  return path.replace(/\{(\w+)\}/g, ":$1");
}

function mount(
  app: Hono<HttpEnv>,
  service: DeskService,
  path: string,
  kind: Route["kind"],
  handler: (context: HttpContext) => Handler,
): void {
  app.all(patternOf(path), async (context) => {
    const { response, error } = await respond(service, context, kind, handler(context));
    logAnswer(service, context, response, error);
    return response;
  });
}

/** An exception is a bug: the log gets it in full, and the client gets one sentence. */
async function respond(service: DeskService, context: HttpContext, kind: Route["kind"], handler: Handler) {
  const request = context.req.raw;
  const url = new URL(request.url);
  let origin = url.origin;
  let error: Error | undefined;
  let outcome: Outcome;
  try {
    ({ origin } = service.siteFor(request.url));
    outcome = await handler(service, { request, url, origin, parameters: context.req.param(), now: service.now() });
  } catch (thrown) {
    error = thrown instanceof Error ? thrown : new Error(String(thrown));
    outcome = err({ kind: "internal" });
  }
  const response = outcome.ok
    ? outcome.value
    : await sendProblem(outcome.error, kind, { service, request, url, origin });
  return { response: withDeskHeaders(request, response), error };
}

type ProblemCall = {
  readonly service: DeskService;
  readonly request: Request;
  readonly url: URL;
  readonly origin: string;
};

async function sendProblem(problem: DeskProblem, kind: Route["kind"], call: ProblemCall): Promise<Response> {
  const described = describeProblem(problem, call.origin);
  if (kind !== "page") return problemResponse(described, "json", [["Content-Type", PROBLEM_JSON]]);
  const page = await framedPage(described, call);
  return page === undefined
    ? problemResponse(described, "html", DESK_PAGE_HEADERS)
    : sendPage(page, described.status, described.headers);
}

/** The page in the frame of the desk. Returns undefined if the database, which has the sessions, is what failed. */
async function framedPage(problem: HttpProblem, { service, request, url }: ProblemCall): Promise<string | undefined> {
  try {
    const publication = await service.siteFor(request.url).store.publication();
    const access = await findSession(request, url, service.db, service.now());
    return renderDeskProblem({ problem, publication, access });
  } catch {
    return undefined;
  }
}

/** No cache stores a response of the desk, and no page of another origin may read it. */
function withDeskHeaders(request: Request, response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set("Cache-Control", "no-store");
  headers.set(...NO_SNIFFING);
  headers.set("Referrer-Policy", "same-origin");
  headers.set("Cross-Origin-Resource-Policy", "same-origin");
  const { status } = response;
  return new Response(request.method === "HEAD" ? null : response.body, { status, headers });
}

function handlerFor(handlers: Route["handlers"], context: HttpContext): Handler {
  const method = context.req.raw.method === "HEAD" ? "GET" : context.req.raw.method;
  const [, handler] = [...handlers].find(([name]) => name === method) ?? [];
  if (handler) return handler;
  const methods = [...handlers.keys()].flatMap((name) => (name === "GET" ? ["GET", "HEAD"] : [name]));
  const allow = [...methods, "OPTIONS"].join(", ");
  if (method === "OPTIONS") return async () => ok(new Response(null, { status: 204, headers: { Allow: allow } }));
  return problemHandler({ kind: "method-not-allowed", allow });
}
