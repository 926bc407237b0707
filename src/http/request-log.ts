import type { MiddlewareHandler } from "hono";
import type { HttpEnv, Service } from "./service.ts";

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

/** Writes the line once the answer is known; hono has by then turned an exception into a 500 and kept it in `context.error`. */
export function logRequests({ log, now }: Pick<Service, "log" | "now">): MiddlewareHandler<HttpEnv> {
  return async (context, next) => {
    await next();
    const { error, req, res } = context;
    const { headers, method } = req.raw;
    log({
      message: "request",
      level: error ? "error" : "info",
      time: new Date(now()).toISOString(),
      method,
      path: req.path,
      status: res.status,
      rendition: context.get("rendition"),
      coding: res.headers.get("content-encoding") ?? undefined,
      userAgent: headers.get("user-agent") ?? undefined,
      ray: headers.get("cf-ray") ?? undefined,
      error: error && (error.stack ?? String(error)),
    });
  };
}
