import type { HubLimits, HubService } from "../service.ts";
import { type HubProblem, refuse } from "./form-endpoint.ts";
import type { Requester } from "./requester.ts";

/**
 * The limits of verifications that are pending at the same time. Each is of someone: a client, its network, a
 * callback's host. A client that reaches its limit keeps out no other client. The limit of all together protects the
 * database.
 *
 * If a limit is reached, the new request takes the place of one that had its chance: its callback was asked and gave no
 * answer (`waiting`). At a host, it takes the place of a request of the client that has most there, if that has more
 * than the new one's client: nobody can keep others from subscribing at a host by asking in its name.
 */
export type PendingRequest = Requester & { readonly topic: string; readonly callback: string; readonly host: string };

/** The values of a request in the order in which every statement here numbers them. */
export function pendingValues({ topic, callback, host, network, client }: PendingRequest): readonly string[] {
  return [topic, callback, host, network, client];
}

/** In seconds: a verification that is answered takes about one, and an unanswered one can be replaced soon. */
const RETRY_AFTER = 60;

/** The request replaces an earlier one for the same callback and topic, so it adds nothing. */
export const REPLACES = "EXISTS (SELECT 1 FROM verifications WHERE callback = ?2 AND topic = ?1)";

/** Conditions of SQL: there is room for another request. */
function rooms({ maxPending, maxPendingPerClient, maxPendingPerHost, maxPendingPerNetwork }: HubLimits) {
  const fewer = (condition: string, most: number) =>
    `(SELECT COUNT(*) FROM verifications WHERE ${condition}) < ${most}`;
  return {
    client: fewer("client = ?5", maxPendingPerClient),
    network: fewer("network = ?4", maxPendingPerNetwork),
    host: fewer("host = ?3", maxPendingPerHost),
    all: `(SELECT number FROM verifications_held) < ${maxPending}`,
  };
}

/** The condition that the request may be stored. */
export function hasRoom(limits: HubLimits): string {
  const { client, network, host, all } = rooms(limits);
  return `(${REPLACES} OR (${client} AND ${network} AND ${host} AND ${all}))`;
}

const OLDEST_WAITING = "ORDER BY number LIMIT 1";
/** The client that has most requests at the host, if that is more than the client of the new request would have. */
const GREATEST_AT_HOST = `(SELECT client FROM verifications WHERE host = ?3 GROUP BY client
   HAVING COUNT(*) > 1 + (SELECT COUNT(*) FROM verifications WHERE host = ?3 AND client = ?5)
   ORDER BY COUNT(*) DESC LIMIT 1)`;

/**
 * Statements that make room, each if its limit is reached and those before it are not. They belong in the batch of the
 * request, before it.
 */
export function roomStatements(
  db: D1Database,
  limits: HubLimits,
  request: PendingRequest,
): readonly D1PreparedStatement[] {
  const { client, network, host, all } = rooms(limits);
  const drop = (one: string, ...conditions: readonly string[]) =>
    db
      .prepare(`DELETE FROM verifications WHERE number = (${one}) AND ${conditions.join(" AND ")} AND NOT ${REPLACES}`)
      .bind(...pendingValues(request));
  const waiting = (condition: string) =>
    `SELECT number FROM verifications WHERE ${condition} AND waiting = 1 ${OLDEST_WAITING}`;
  return [
    // Every statement names the last value, as the database demands.
    drop(waiting("client = ?5"), `NOT ${client}`),
    drop(waiting("network = ?4"), `NOT ${network}`, client),
    drop(
      `SELECT number FROM verifications WHERE host = ?3 AND client = ${GREATEST_AT_HOST}
       ORDER BY waiting DESC, number LIMIT 1`,
      `NOT ${host}`,
      client,
      network,
    ),
    drop(
      "SELECT number FROM verifications WHERE waiting = 1 ORDER BY created LIMIT 1",
      `NOT ${all}`,
      client,
      network,
      host,
    ),
  ];
}

/** The problem of a request for which there was no room. It says whose limit is reached. */
export async function fullProblem({ db, limits }: HubService, request: PendingRequest) {
  const { client, network, host } = rooms(limits);
  const room = await db
    .prepare(`SELECT ${client} AS client, ${network} AS network, ${host} AS host`)
    .bind(null, null, ...pendingValues(request).slice(2))
    .first<Record<"client" | "network" | "host", number>>();
  const tooMany = (whose: string, most: number, status: HubProblem["status"] = 429) =>
    refuse(
      `${whose} ${most} requests that wait for confirmation, which is the limit. Try again later.`,
      status,
      RETRY_AFTER,
    );
  if (!room?.client) return tooMany("Your address has", limits.maxPendingPerClient);
  if (!room.network) return tooMany("The network of your address has", limits.maxPendingPerNetwork);
  if (!room.host) return tooMany(`The callback's host ${request.host} has`, limits.maxPendingPerHost);
  return tooMany("This hub has", limits.maxPending, 503);
}
