import { Buffer } from "node:buffer";
import { askIntent, callbackAddress, type Intent, notifyCallback, openCallbackClient } from "../callback-client.ts";
import type { HubService } from "../service.ts";
import { topicAddress, topicOfName } from "../topic.ts";
import { endSubscription, storeSubscription } from "./store-subscription.ts";
import {
  claimVerification,
  dropVerification,
  postponeVerification,
  topicNamesOf,
  type Verification,
} from "./verification.ts";

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
  const topics = await presentTopics(service, verification);
  const reason = await reasonToDeny(service, verification, topics);
  if (reason !== undefined) {
    await denySubscription(service, verification, reason);
    await dropVerification(service, verification);
    return logOutcome(service, verification, "denied");
  }
  const challenge = Buffer.from(service.randomBytes(CHALLENGE_BYTES)).toString("base64url");
  const intent = await askIntent(
    openCallbackClient(service),
    addressToAsk(service, verification, challenge),
    challenge,
  );
  logOutcome(service, verification, await conclude(service, verification, topics, intent));
}

type Outcome = Intent | "abandoned" | "superseded" | "denied";

async function conclude(
  service: HubService,
  verification: Verification,
  topics: readonly string[],
  intent: Intent,
): Promise<Outcome> {
  switch (intent) {
    case "confirmed":
      if (verification.mode === "subscribe")
        return (await storeSubscription(service, verification, topics)) ? intent : "superseded";
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
  const [first = ""] = topicNamesOf(verification);
  const topic = topicAddress(topicOfName(first), origin);
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

/** The names of the requested topics that exist still. */
async function presentTopics(service: HubService, verification: Verification): Promise<readonly string[]> {
  const names = topicNamesOf(verification);
  const exists = await Promise.all(names.map((name) => service.hasTopic(topicOfName(name))));
  return names.filter((_, index) => exists[index]);
}

/**
 * Returns why a subscription is not possible any more, or undefined. Since the request, the feeds may have been
 * removed, or the host may have reached its limit. A renewal does not count against the limit.
 */
async function reasonToDeny(
  service: HubService,
  { callback, host, mode }: Verification,
  topics: readonly string[],
): Promise<string | undefined> {
  if (mode === "unsubscribe") return undefined;
  if (topics.length === 0) return "The feed does not exist any more.";
  const max = service.limits.maxSubscriptionsPerHost;
  const isFull = await service.db
    .prepare(
      `SELECT 1 FROM (
         SELECT (SELECT COUNT(*) FROM subscriptions WHERE host = ?1 AND callback IS NOT NULL) AS held,
           (SELECT COUNT(*) FROM json_each(?4) AS wanted WHERE NOT EXISTS (
              SELECT 1 FROM subscriptions JOIN topics ON topics.number = subscriptions.topic
              WHERE subscriptions.callback = ?3 AND topics.name = wanted.value
            )) AS added
       ) WHERE added > 0 AND held + added > ?2`,
    )
    .bind(host, max, callback, JSON.stringify(topics))
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
  await notifyCallback(openCallbackClient(service), address);
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
