import type { HubService } from "../hub-service.ts";
import { sealSecret } from "../seal-secret.ts";
import { type Topic, topicName } from "../topic.ts";
import { type HubRefusal, refuse } from "./hub-refusal.ts";
import type { Verification } from "./verification.ts";

/** What is to be verified, judged and found fit. */
export type Wanted = Pick<Verification, "protocol" | "mode" | "lease_seconds"> & {
  readonly topic: Topic;
  readonly callback: { readonly url: string; readonly host: string };
  readonly secret?: string;
};

/** In seconds: most verifications are done within one. */
const RETRY_AFTER = 60;

/**
 * Keeps what was asked for until the subscriber itself has confirmed it, and wakes whoever will ask it. It takes the place of what was asked
 * before for the same callback and topic; the subscription there is stays as it was until then (WebSub section 5.1).
 */
export async function requestVerification(service: HubService, wanted: Wanted): Promise<HubRefusal | undefined> {
  const { db, limits, now, secretKey, randomBytes } = service;
  const { callback, protocol, mode, lease_seconds } = wanted;
  const topic = topicName(wanted.topic);
  let secret: string | null = null;
  if (wanted.secret !== undefined) {
    if (secretKey === undefined)
      return refuse(
        "hub.secret: this hub has no key to keep secrets with, so it takes subscriptions without one only.",
      );
    secret = await sealSecret(secretKey, wanted.secret, { callback: callback.url, topic }, randomBytes);
  }
  // One statement, so that no two requests pass the limit together.
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
      lease_seconds,
      secret,
      now(),
      limits.pending,
      limits.pendingOfHost,
    )
    .first<{ number: number }>();
  if (!row)
    return refuse(
      "Too many requests are waiting for their callbacks to confirm them. Try again later.",
      503,
      RETRY_AFTER,
    );
  // The cron finds what the queue was not told of.
  await service.send([{ kind: "verify", verification: row.number }]).catch((error: unknown) => {
    service.log({ message: "no wake-up for a verification", level: "error", fault: String(error) });
  });
  return undefined;
}
