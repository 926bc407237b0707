import { Hono } from "hono";
import { FRONT_PATH } from "../site/addresses.ts";
import { withBuildFaults } from "./build-faults.ts";
import { answerAtDoor } from "./door/answer-at-door.ts";
import { FrontDoor } from "./door/front-door.ts";
import { sendProblem } from "./problems.ts";
import { answerUnknownPath } from "./redirects.ts";
import { RepresentationCache } from "./representation/representation-cache.ts";
import { logAnswer, logged } from "./request-log.ts";
import { mountRoutes } from "./routes.ts";
import type { Dependencies, HttpEnv, Service } from "./service.ts";

/**
 * The service: `fetch` answers a request, and other rooms mount their routes on `router`. `prepare` builds the tables
 * of the router, which the first request would otherwise pay for; no route can be mounted after that.
 */
export type App = {
  readonly router: Hono<HttpEnv>;
  readonly prepare: () => void;
  readonly fetch: (request: Request) => Response | Promise<Response>;
};

/**
 * Creates the public service. An isolate creates one app, which caches what it renders.
 *
 * @param hasDoor whether the front door answers what it can; the answers are the same without it
 * @param representations where it caches them
 */
export function createApp(
  dependencies: Dependencies,
  { hasDoor = true, representations = new RepresentationCache() } = {},
): App {
  const door = hasDoor ? new FrontDoor() : undefined;
  const service: Service = { ...dependencies, representations, door };
  const router = new Hono<HttpEnv>();
  mountRoutes(router, service);
  router.notFound(logged(service, (context) => answerUnknownPath(service, context)));
  // The log gets the whole error and the client one sentence. The page of the problem does not read the publication,
  // because that read may be what failed.
  router.onError((error, context) => {
    const response = sendProblem(context.req.raw, context.req.path, { kind: "internal" });
    logAnswer(service, context, response, error);
    return response;
  });
  const route = (request: Request) => router.fetch(request);
  const prepare = () => void router.router.match("GET", FRONT_PATH);
  const fetch = door ? answerAtDoor(service, door, route) : route;
  const { buildFaults = [] } = dependencies;
  return { router, prepare, fetch: buildFaults.length > 0 ? withBuildFaults(buildFaults, fetch) : fetch };
}
