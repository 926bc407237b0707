import type { HttpContext, Service } from "./service.ts";

/** The handler, and one line about what came of it. A middleware would do the same, and cost every request hono's chain of calls. */
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
