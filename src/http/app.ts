import { Hono } from "hono";
import { mountBuildFaults } from "./build-faults.ts";
import { sendProblem } from "./problems.ts";
import { answerUnknownPath } from "./redirects.ts";
import { RepresentationCache } from "./representation/representation-cache.ts";
import { logged, logRequest } from "./request-log.ts";
import { mountRoutes } from "./routes.ts";
import type { Dependencies, HttpEnv } from "./service.ts";

/** Creates the public service. An isolate creates one app, which caches what it renders. */
export function createApp(dependencies: Dependencies): Hono<HttpEnv> {
  const service = { ...dependencies, representations: new RepresentationCache() };
  const app = new Hono<HttpEnv>();
  const { buildFaults = [] } = dependencies;
  if (buildFaults.length > 0) mountBuildFaults(app, buildFaults);
  mountRoutes(app, service);
  app.notFound(logged(service, (context) => answerUnknownPath(service, context)));
  // The log gets the whole error and the client one sentence. The page of the problem does not read the publication,
  // because that read may be what failed.
  app.onError((error, context) => {
    const response = sendProblem(context.req.raw, context.req.path, { kind: "internal" });
    logRequest(service, context, response, error);
    return response;
  });
  return app;
}
