import { judgeCallback } from "../callback-policy.ts";
import { findTopic } from "../find-topic.ts";
import type { HubService } from "../hub-service.ts";
import { type HubRefusal, refuse } from "./hub-refusal.ts";
import { readSubscriptionRequest } from "./read-subscription-request.ts";
import { requestVerification } from "./request-verification.ts";

/** Where a request was made: the origin of the topics, and the hosts that are no callback's. */
export type HubPlace = { readonly origin: string; readonly ownHosts: readonly string[] };

/** Judges what a subscriber asks for (WebSub section 5.1) and has it verified. Nothing is fetched meanwhile; what is refused leaves nothing. */
export async function requestSubscription(
  service: HubService,
  form: URLSearchParams,
  { origin, ownHosts }: HubPlace,
): Promise<HubRefusal | undefined> {
  const read = readSubscriptionRequest(form);
  if ("fault" in read) return refuse(read.fault);
  const callback = judgeCallback(read.callback, { ownHosts, allowLoopback: service.allowLoopback });
  if (!callback.ok) return refuse(`hub.callback: ${callback.reason}`);
  const topic = findTopic(read.topic, origin);
  // Whoever follows what is there no more may still leave it.
  if (!topic || (read.mode === "subscribe" && !(await service.hasTopic(topic)))) return refuse(NO_TOPIC);
  const { usual, least, most } = service.limits.lease;
  return requestVerification(service, {
    protocol: "websub",
    mode: read.mode,
    lease_seconds: Math.min(Math.max(read.lease ?? usual, least), most),
    topic,
    callback,
    ...(read.secret !== undefined && { secret: read.secret }),
  });
}

const NO_TOPIC =
  "hub.topic: expected the address of a feed of this service exactly as its rel=self says it, such as one of those listed at /feeds. " +
  "A filtered feed, an archive and the address that negotiates the form are no topics.";
