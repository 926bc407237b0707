import { Buffer } from "node:buffer";
import { askCallback, type CallbackAnswer } from "../ask-callback.ts";
import { callbackAddress } from "../callback-address.ts";
import type { HubService } from "../hub-service.ts";
import { topicAddress, topicOfName } from "../topic.ts";
import { denySubscription } from "./deny-subscription.ts";
import { dropSubscription, keepSubscription } from "./store-subscription.ts";
import { claimVerification, dropVerification, postponeVerification, type Verification } from "./verification.ts";

/** More than anyone guesses: 192 bits (WebSub section 5.3 leaves it to the hub). */
const CHALLENGE_BYTES = 24;

/**
 * Asks the subscriber whether it wants what was asked for in its name (WebSub section 5.3), and does it if so. The challenge lives in here
 * alone and is never used again. A crash at any point leaves the request to be taken on once more when its lease has passed.
 */
export async function verifyIntent(service: HubService, number: number): Promise<void> {
  const verification = await claimVerification(service, number);
  if (!verification) return;
  const reason = await reasonToDeny(service, verification);
  if (reason !== undefined) {
    await denySubscription(service, verification, reason);
    await dropVerification(service, verification);
    return tell(service, verification, "denied");
  }
  const challenge = Buffer.from(service.randomBytes(CHALLENGE_BYTES)).toString("base64url");
  const answer = await askCallback(service, addressToAsk(service, verification, challenge), challenge);
  tell(service, verification, await conclude(service, verification, answer));
}

type Outcome = CallbackAnswer | "given up" | "overtaken" | "denied";

async function conclude(service: HubService, verification: Verification, answer: CallbackAnswer): Promise<Outcome> {
  switch (answer) {
    case "confirmed":
      if (verification.mode === "subscribe")
        return (await keepSubscription(service, verification)) ? answer : "overtaken";
      await dropSubscription(service, verification);
      return answer;
    case "refused":
      await dropVerification(service, verification);
      return answer;
    case "unreachable":
      return (await postponeVerification(service, verification)) ? answer : "given up";
  }
}

function addressToAsk({ origin }: HubService, verification: Verification, challenge: string): string {
  const { callback, mode, protocol, lease_seconds } = verification;
  const topic = topicAddress(topicOfName(verification.topic), origin);
  return callbackAddress(
    callback,
    protocol === "rsscloud"
      ? { url: topic, challenge }
      : {
          "hub.mode": mode,
          "hub.topic": topic,
          "hub.challenge": challenge,
          ...(mode === "subscribe" && { "hub.lease_seconds": String(lease_seconds) }),
        },
  );
}

/** Between the request and now, a topic may have gone and a host may have got all it may have. Who renews takes no more than it has. */
async function reasonToDeny(service: HubService, verification: Verification): Promise<string | undefined> {
  const { topic, callback, host, mode } = verification;
  if (mode === "unsubscribe") return undefined;
  if (!(await service.hasTopic(topicOfName(topic)))) return "There is no such feed any more.";
  const most = service.limits.subscriptionsOfHost;
  const full = await service.db
    .prepare(
      `SELECT 1 WHERE (SELECT COUNT(*) FROM subscriptions WHERE host = ?1 AND callback IS NOT NULL) >= ?2 AND NOT EXISTS
         (SELECT 1 FROM subscriptions WHERE callback = ?3 AND topic = (SELECT number FROM topics WHERE name = ?4))`,
    )
    .bind(host, most, callback, topic)
    .first();
  return full ? `The callback's host has ${most} subscriptions, the most that one may have.` : undefined;
}

/** The host and no more of the callback, whose address may be a secret between hub and subscriber. */
function tell(
  { log, now }: HubService,
  { number, topic, host, mode, protocol, attempts }: Verification,
  outcome: Outcome,
) {
  const time = new Date(now()).toISOString();
  log({
    message: "verification",
    level: "info",
    time,
    verification: number,
    mode,
    protocol,
    topic,
    host,
    attempts,
    outcome,
  });
}
