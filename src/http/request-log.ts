import type { HttpContext, Service } from "./service.ts";

/** One line a request, in JSON, for whoever runs the service. No address of a client, no query. What is undefined, JSON leaves out. */
export type RequestRecord = {
  readonly message: "request";
  readonly level: "info" | "error";
  /** RFC 3339, UTC. */
  readonly time: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Whether the bytes were rendered for this request or already in memory; absent where nothing is rendered. */
  readonly rendition?: "rendered" | "memory" | undefined;
  readonly coding?: string | undefined;
  readonly userAgent?: string | undefined;
  /** The platform's id of the request, to find it among its own logs. */
  readonly ray?: string | undefined;
  /** What went wrong inside, for a 500. */
  readonly error?: string | undefined;
};

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
    rendition: context.get("rendition"),
    coding: response.headers.get("content-encoding") ?? undefined,
    userAgent: headers.get("user-agent") ?? undefined,
    ray: headers.get("cf-ray") ?? undefined,
    error: error && (error.stack ?? String(error)),
  });
}
