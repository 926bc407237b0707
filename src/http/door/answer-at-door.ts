import { answerWith } from "../representation/respond.ts";
import { logRequest } from "../request-log.ts";
import type { Service } from "../service.ts";
import type { FrontDoor, Remembered } from "./front-door.ts";
import type { Asked } from "./may-repeat.ts";

type Fetch = (request: Request) => Response | Promise<Response>;

/**
 * Puts the front door before the router: a request that was answered before gets the same answer from memory, with the
 * headers and the log of the router's answer. The router gets every other request.
 */
export function answerAtDoor(service: Service, door: FrontDoor, route: Fetch): Fetch {
  return (request) => {
    // Each property that is read from a request is a call into the platform. To read `cf` costs as much as the rest of
    // the door, and few answers need it.
    const { method, url, headers } = request;
    const asked = {
      method,
      url,
      headers,
      get cf() {
        return request.cf;
      },
    };
    const known = door.find(asked);
    if (!known) return route(request);
    const now = service.now();
    if (!known.isCurrent) return repeat(service, asked, known, now) ?? route(request);
    return known.isCurrent(now).then(
      (isCurrent) => (isCurrent && repeat(service, asked, known, now)) || route(request),
      // The store fails. So it does for the router, which answers and logs that.
      () => route(request),
    );
  };
}

/** Returns undefined if the representation is no longer in memory, or no longer valid. */
function repeat(service: Service, asked: Asked, { path, key, options }: Remembered, now: number) {
  const representation = service.representations.get(key, now);
  if (!representation) return undefined;
  const { response, coding } = answerWith(asked, representation, options, now);
  logRequest(service, asked, { path, status: response.status, representation: "memory", coding }, now);
  return response;
}
