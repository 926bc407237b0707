import { discard, HUB_USER_AGENT } from "../ask-callback.ts";
import { callbackAddress } from "../callback-address.ts";
import type { HubService } from "../hub-service.ts";
import { topicAddress, topicOfName } from "../topic.ts";
import type { Verification } from "./verification.ts";

/**
 * Tells a subscriber that it does not get what was asked for in its name (WebSub section 5.2). Once: whether it listens is its own affair.
 * rssCloud has no word for it.
 */
export async function denySubscription(
  { fetch, limits, origin }: HubService,
  { callback, topic, protocol }: Pick<Verification, "callback" | "topic" | "protocol">,
  reason: string,
): Promise<void> {
  if (protocol === "rsscloud") return;
  const address = callbackAddress(callback, {
    "hub.mode": "denied",
    "hub.topic": topicAddress(topicOfName(topic), origin),
    "hub.reason": reason,
  });
  try {
    const signal = AbortSignal.timeout(limits.timeout);
    const headers = { "user-agent": HUB_USER_AGENT };
    discard(await fetch(address, { method: "GET", redirect: "manual", headers, signal }));
  } catch {
    // It cannot be reached: then nobody waits for the answer.
  }
}
