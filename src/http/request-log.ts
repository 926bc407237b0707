import type { HttpContext, RequestRecord, Service } from "./service.ts";

type Log = Pick<Service, "log" | "now">;

/**
 * Wraps a handler so that it logs the request and its outcome. A middleware would do the same, but then hono would
 * build a chain of calls for every request.
 */
export function logged(
  service: Log,
  handler: (context: HttpContext) => Promise<Response>,
): (context: HttpContext) => Promise<Response> {
  return async (context) => {
    const response = await handler(context);
    logAnswer(service, context, response);
    return response;
  };
}

/** @param error the exception that caused a 500 */
export function logAnswer(service: Log, context: HttpContext, response: Response, error?: Error): void {
  logRequest(service, context.req.raw, {
    path: context.req.path,
    status: response.status,
    representation: context.get("representation"),
    coding: response.headers.get("content-encoding") ?? undefined,
    error: error && (error.stack ?? String(error)),
  });
}

type Outcome = Pick<RequestRecord, "path" | "status" | "representation" | "coding" | "error">;

/** Logs a request. Each header that is read from a request costs as much as writing the whole line. */
export function logRequest(
  { log, now }: Log,
  { method, headers }: Pick<Request, "method" | "headers">,
  outcome: Outcome,
): void {
  log({
    message: "request",
    level: outcome.error === undefined ? "info" : "error",
    time: timestamp(now()),
    method,
    path: outcome.path,
    status: outcome.status,
    representation: outcome.representation,
    coding: outcome.coding,
    userAgent: headers.get("user-agent") ?? undefined,
    ray: headers.get("cf-ray") ?? undefined,
    error: outcome.error,
  });
}

/** The text of the last second, since formatting a date costs more than the rest of the line. */
let second = Number.NaN;
let secondText = "";

/** RFC 3339, UTC, with milliseconds. */
function timestamp(now: number): string {
  const milliseconds = now % 1_000;
  if (now - milliseconds !== second) {
    second = now - milliseconds;
    secondText = new Date(second).toISOString().slice(0, -"000Z".length);
  }
  return `${secondText}${String(milliseconds).padStart(3, "0")}Z`;
}
