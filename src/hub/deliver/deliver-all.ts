import type { HubService } from "../service.ts";
import { openHostQueues, workThrough } from "./host-queues.ts";
import type { Delivery, Outcome } from "./outcomes.ts";
import { deliveryId, type Payload, type Subscriber } from "./payload.ts";
import { openPayloadSender } from "./send-payload.ts";

/** Workers wait for six answers at the same time. Two for one host are few enough not to burden it. */
const QUEUE_LIMITS = { maxAtOnce: 6, maxPerHost: 2 };

/** After this many requests in a row without an answer, the host gets no further request from this job. */
const MAX_SILENCES = 3;

/** In milliseconds: how long one job may deliver. A queue consumer has fifteen minutes. */
export const MAX_DELIVERY_TIME = 4 * 60_000;

/** Sends a payload to all subscribers, or to as many as it can before `until` (milliseconds since the epoch). */
export async function deliverAll(
  service: HubService,
  payload: Payload,
  subscribers: readonly Subscriber[],
  until: number,
): Promise<readonly Delivery[]> {
  const deliveries: Delivery[] = [];
  const silences = new Map<string, number>();
  const queues = openHostQueues(subscribers, QUEUE_LIMITS);
  const send = openPayloadSender(service, payload);
  const note = (subscriber: Subscriber, outcome: Outcome) => {
    deliveries.push({ subscriber, outcome });
    logOutcome(service, payload, subscriber, outcome);
  };
  await workThrough(queues, async (subscriber) => {
    const { host } = subscriber;
    if (service.now() >= until) return note(subscriber, { kind: "not-tried" });
    const outcome = await send(subscriber);
    note(subscriber, outcome);
    const inRow = outcome.kind === "failed" && outcome.isSilence ? (silences.get(host) ?? 0) + 1 : 0;
    silences.set(host, inRow);
    if (inRow < MAX_SILENCES || outcome.kind !== "failed") return;
    for (const other of queues.abandonHost(host))
      note(other, { kind: "failed", fault: `not sent: another callback of the host ${outcome.fault}` });
  });
  return deliveries;
}

/**
 * Logs failures and ended subscriptions; the caller logs the number of successes. Of the callback only the host is
 * logged, because the rest may be a secret between the hub and the subscriber.
 */
function logOutcome(service: HubService, payload: Payload, subscriber: Subscriber, outcome: Outcome): void {
  if (outcome.kind === "delivered" || outcome.kind === "not-tried") return;
  service.log({
    message: outcome.kind === "gone" ? "subscription ended" : "not delivered",
    level: outcome.kind === "gone" ? "info" : "warn",
    delivery: deliveryId(payload, subscriber),
    topic: payload.name,
    host: subscriber.host,
    ...(outcome.kind === "failed" && { fault: outcome.fault }),
  });
}
