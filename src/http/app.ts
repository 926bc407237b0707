import { Hono } from "hono";
import { sendProblem } from "./problems.ts";
import { RepresentationCache } from "./representation-cache.ts";
import { logged, logRequest } from "./request-log.ts";
import { mountRoutes } from "./routes.ts";
import type { Dependencies, HttpEnv } from "./service.ts";
import { answerUnknownPath } from "./unknown-path.ts";

/** The whole service, given the world it lives in. One app an isolate: what it has rendered, it keeps. */
export function createApp(dependencies: Dependencies): Hono<HttpEnv> {
  const service = { ...dependencies, representations: new RepresentationCache() };
  const app = new Hono<HttpEnv>();
  mountRoutes(app, service);
  app.notFound(logged(service, (context) => answerUnknownPath(service, context)));
  // A fault of ours: told in full to the log, in one sentence to the client. The page does without a publication, which may be the fault.
  app.onError((error, context) => {
    const response = sendProblem(context.req.raw, context.req.path, { kind: "internal" });
    logRequest(service, context, response, error);
    return response;
  });
  return app;
}
