import { Buffer } from "node:buffer";
import { askIntent, callbackAddress, type Intent, notifyCallback } from "../callback-client.ts";
import type { HubService } from "../service.ts";
import { topicAddress, topicOfName } from "../topic.ts";
import { endSubscription, storeSubscription } from "./store-subscription.ts";
import { claimVerification, dropVerification, postponeVerification, type Verification } from "./verification.ts";

/** 192 bits, so that nobody can guess a challenge (WebSub section 5.3 leaves the length to the hub). */
const CHALLENGE_BYTES = 24;

/**
 * Asks a subscriber whether it wants what was requested in its name (WebSub section 5.3), and does it if the subscriber
 * confirms. The challenge exists only in this call and is used once. If the worker dies, another one verifies the
 * request again when the claim has ended.
 */
export async function verifyIntent(service: HubService, number: number): Promise<void> {
  const verification = await claimVerification(service, number);
  if (!verification) return;
  const reason = await reasonToDeny(service, verification);
  if (reason !== undefined) {
    await denySubscription(service, verification, reason);
    await dropVerification(service, verification);
    return logOutcome(service, verification, "denied");
  }
  const challenge = Buffer.from(service.randomBytes(CHALLENGE_BYTES)).toString("base64url");
  const intent = await askIntent(service, addressToAsk(service, verification, challenge), challenge);
  logOutcome(service, verification, await conclude(service, verification, intent));
}

type Outcome = Intent | "abandoned" | "superseded" | "denied";

async function conclude(service: HubService, verification: Verification, intent: Intent): Promise<Outcome> {
  switch (intent) {
    case "confirmed":
      if (verification.mode === "subscribe")
        return (await storeSubscription(service, verification)) ? intent : "superseded";
      await endSubscription(service, verification);
      return intent;
    case "refused":
      await dropVerification(service, verification);
      return intent;
    case "unreachable":
      return (await postponeVerification(service, verification)) ? intent : "abandoned";
  }
}

function addressToAsk({ origin }: HubService, verification: Verification, challenge: string): string {
  const { callback, mode, protocol, leaseSeconds } = verification;
  const topic = topicAddress(topicOfName(verification.topic), origin);
  return callbackAddress(
    callback,
    protocol === "rsscloud"
      ? { url: topic, challenge }
      : {
          "hub.mode": mode,
          "hub.topic": topic,
          "hub.challenge": challenge,
          ...(mode === "subscribe" && { "hub.lease_seconds": String(leaseSeconds) }),
        },
  );
}

/**
 * Returns why a subscription is not possible any more, or undefined. Since the request, the feed may have been removed,
 * or the host may have reached its limit. A renewal does not count against the limit.
 */
async function reasonToDeny(service: HubService, verification: Verification): Promise<string | undefined> {
  const { topic, callback, host, mode } = verification;
  if (mode === "unsubscribe") return undefined;
  if (!(await service.hasTopic(topicOfName(topic)))) return "The feed does not exist any more.";
  const max = service.limits.maxSubscriptionsPerHost;
  const isFull = await service.db
    .prepare(
      `SELECT 1 WHERE (SELECT COUNT(*) FROM subscriptions WHERE host = ?1 AND callback IS NOT NULL) >= ?2 AND NOT EXISTS
         (SELECT 1 FROM subscriptions WHERE callback = ?3 AND topic = (SELECT number FROM topics WHERE name = ?4))`,
    )
    .bind(host, max, callback, topic)
    .first();
  return isFull ? `The callback's host has reached the limit of ${max} subscriptions.` : undefined;
}

/** Notifies a subscriber, once, that its request is denied (WebSub section 5.2). rssCloud has no such notification. */
async function denySubscription(
  service: HubService,
  { callback, topic, protocol }: Verification,
  reason: string,
): Promise<void> {
  if (protocol === "rsscloud") return;
  const address = callbackAddress(callback, {
    "hub.mode": "denied",
    "hub.topic": topicAddress(topicOfName(topic), service.origin),
    "hub.reason": reason,
  });
  await notifyCallback(service, address);
}

/** Logs the host only: the rest of the callback may be a secret between the hub and the subscriber. */
function logOutcome({ log, now }: HubService, verification: Verification, outcome: Outcome): void {
  const { number, topic, host, mode, protocol, attempts } = verification;
  log({
    message: "verification",
    level: "info",
    time: new Date(now()).toISOString(),
    verification: number,
    mode,
    protocol,
    topic,
    host,
    attempts,
    outcome,
  });
}
