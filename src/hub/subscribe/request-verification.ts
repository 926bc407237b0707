import { ok, type Result } from "../../syntax/result.ts";
import type { Callback } from "../callback-policy.ts";
import { sealSecret } from "../seal-secret.ts";
import type { HubService } from "../service.ts";
import { type Topic, topicName } from "../topic.ts";
import { type HubProblem, refuse } from "./form-endpoint.ts";
import type { Verification } from "./verification.ts";

/** A request that passed every check except the subscriber's own confirmation. */
export type WantedSubscription = Pick<Verification, "protocol" | "mode" | "leaseSeconds"> & {
  readonly topic: Topic;
  readonly callback: Callback;
  readonly secret?: string;
};

/** In seconds: most verifications are done within one. */
const RETRY_AFTER = 60;

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
  const topic = topicName(wanted.topic);
  let secret: string | null = null;
  if (wanted.secret !== undefined) {
    if (secretKey === undefined)
      return refuse(
        "hub.secret: this hub has no key to encrypt secrets with, so it accepts only subscriptions without one.",
      );
    secret = await sealSecret(secretKey, wanted.secret, { callback: callback.url, topic }, randomBytes);
  }
  // The limits are checked in the statement that writes, so that two requests cannot pass them together.
  const row = await db
    .prepare(
      `INSERT INTO verifications (topic, callback, host, protocol, mode, lease_seconds, secret, created, lease_until, attempts)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, 0
       WHERE EXISTS (SELECT 1 FROM verifications WHERE callback = ?2 AND topic = ?1)
         OR ((SELECT COUNT(*) FROM verifications) < ?9 AND (SELECT COUNT(*) FROM verifications WHERE host = ?3) < ?10)
       ON CONFLICT (callback, topic) DO UPDATE SET
         host = excluded.host, protocol = excluded.protocol, mode = excluded.mode, lease_seconds = excluded.lease_seconds,
         secret = excluded.secret, created = excluded.created, lease_until = excluded.lease_until, attempts = 0
       RETURNING number`,
    )
    .bind(
      topic,
      callback.url,
      callback.host,
      protocol,
      mode,
      leaseSeconds,
      secret,
      now(),
      limits.maxPending,
      limits.maxPendingPerHost,
    )
    .first<{ number: number }>();
  if (!row) return refuse("Too many requests are waiting for confirmation. Try again later.", 503, RETRY_AFTER);
  // If the queue fails, the cron finds the verification.
  await service.send([{ kind: "verify", verification: row.number }]).catch((error: unknown) => {
    service.log({ message: "verification not queued", level: "error", fault: String(error) });
  });
  return ok(undefined);
}
