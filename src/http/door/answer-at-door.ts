import { answerWith } from "../representation/respond.ts";
import { logRequest } from "../request-log.ts";
import type { Service } from "../service.ts";
import type { FrontDoor, Remembered } from "./front-door.ts";

type Fetch = (request: Request) => Response | Promise<Response>;

/**
 * Puts the front door before the router: a request that was answered before gets the same answer from memory, with the
 * headers and the log of the router's answer. The router gets every other request.
 */
export function answerAtDoor(service: Service, door: FrontDoor, route: Fetch): Fetch {
  return (request) => {
    const known = door.find(request);
    if (!known) return route(request);
    const now = service.now();
    if (!known.isCurrent) return repeat(service, request, known, now) ?? route(request);
    return known.isCurrent(now).then(
      (isCurrent) => (isCurrent && repeat(service, request, known, now)) || route(request),
      // The store fails. So it does for the router, which answers and logs that.
      () => route(request),
    );
  };
}

/** Returns undefined if the representation is no longer in memory, or no longer valid. */
function repeat(service: Service, request: Request, { path, key, options }: Remembered, now: number) {
  const representation = service.representations.get(key, now);
  if (!representation) return undefined;
  const { response, coding } = answerWith(request, representation, options, now);
  logRequest(service, request, { path, status: response.status, representation: "memory", coding });
  return response;
}
