import type { HttpContext, Service } from "./service.ts";

/**
 * Wraps a handler so that it logs the request and its outcome. A middleware would do the same, but then hono would
 * build a chain of calls for every request.
 */
export function logged(
  service: Pick<Service, "log" | "now">,
  handler: (context: HttpContext) => Promise<Response>,
): (context: HttpContext) => Promise<Response> {
  return async (context) => {
    const response = await handler(context);
    logRequest(service, context, response);
    return response;
  };
}

/** @param error the exception that caused a 500 */
export function logRequest(
  { log, now }: Pick<Service, "log" | "now">,
  context: HttpContext,
  response: Response,
  error?: Error,
): void {
  const { headers, method } = context.req.raw;
  log({
    message: "request",
    level: error ? "error" : "info",
    time: new Date(now()).toISOString(),
    method,
    path: context.req.path,
    status: response.status,
    representation: context.get("representation"),
    coding: response.headers.get("content-encoding") ?? undefined,
    userAgent: headers.get("user-agent") ?? undefined,
    ray: headers.get("cf-ray") ?? undefined,
    error: error && (error.stack ?? String(error)),
  });
}
