import { ok, type Result } from "../../syntax/result.ts";
import type { Callback } from "../callback-policy.ts";
import { sealSecret } from "../seal-secret.ts";
import type { HubService } from "../service.ts";
import type { Topic } from "../topic.ts";
import { type HubProblem, refuse } from "./form-endpoint.ts";
import { fullProblem, hasRoom, pendingValues, roomStatements } from "./pending-limits.ts";
import type { Requester } from "./requester.ts";
import { joinTopics, type Verification } from "./verification.ts";

/** A request that passed every check except the subscriber's own confirmation. */
export type WantedSubscription = Pick<Verification, "protocol" | "mode" | "leaseSeconds"> & {
  /** Several only for rssCloud. */
  readonly topics: readonly Topic[];
  readonly requester: Requester;
  readonly callback: Callback;
  readonly secret?: string;
};

/**
 * Stores a request until the subscriber has confirmed it, and puts the verification into the queue. The request
 * replaces an earlier one for the same callback and topic. An existing subscription stays as it is until the
 * confirmation (WebSub section 5.1).
 */
export async function requestVerification(
  service: HubService,
  wanted: WantedSubscription,
): Promise<Result<undefined, HubProblem>> {
  const { db, limits, now, secretKey, randomBytes } = service;
  const { callback, protocol, mode, leaseSeconds } = wanted;
  const topic = joinTopics(wanted.topics);
  let secret: string | null = null;
  if (wanted.secret !== undefined) {
    if (secretKey === undefined)
      return refuse(
        "hub.secret: this hub has no key to encrypt secrets with, so it accepts only subscriptions without one.",
      );
    secret = await sealSecret(secretKey, wanted.secret, { callback: callback.url, topic }, randomBytes);
  }
  const pending = { topic, callback: callback.url, host: callback.host, ...wanted.requester };
  // The limits are checked in the statement that writes, so that two requests cannot pass them together. A request that
  // replaces another one counts as that one's, and does not move it to another client.
  const insert = db
    .prepare(
      `INSERT INTO verifications (topic, callback, host, network, client, protocol, mode, lease_seconds, secret, created, lease_until, attempts)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10, 0 WHERE ${hasRoom(limits)}
       ON CONFLICT (callback, topic) DO UPDATE SET
         host = excluded.host, protocol = excluded.protocol, mode = excluded.mode, lease_seconds = excluded.lease_seconds,
         secret = excluded.secret, created = excluded.created, lease_until = excluded.lease_until, attempts = 0, waiting = 0
       RETURNING number`,
    )
    .bind(...pendingValues(pending), protocol, mode, leaseSeconds, secret, now());
  const results = await db.batch<{ number: number }>([...roomStatements(db, limits, pending), insert]);
  const row = results.at(-1)?.results[0];
  if (!row) return fullProblem(service, pending);
  // If the queue fails, the cron finds the verification.
  await service.send([{ kind: "verify", verification: row.number }]).catch((error: unknown) => {
    service.log({ message: "verification not queued", level: "error", fault: String(error) });
  });
  return ok(undefined);
}
