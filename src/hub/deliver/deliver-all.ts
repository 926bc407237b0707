import type { HubService } from "../hub-service.ts";
import { type Delivered, deliveryId, type Outcome, type Parcel, type Subscriber } from "./delivery.ts";
import { openLanes, workThrough } from "./host-queues.ts";
import { sendParcel } from "./send-payload.ts";

/** As many as the platform lets wait for an answer at once; of one host few enough to do it no harm. */
const LANES = { lanes: 6, ofGroup: 2 };

/** A host that is silent so often in a row is not asked again this time. */
const SILENCES = 3;

/** In milliseconds: what one job may spend on deliveries, well within the fifteen minutes a consumer of a queue has. */
export const TIME_TO_DELIVER = 4 * 60_000;

/** Sends a parcel to everyone, or as many as there is time for until `until`. */
export async function deliverAll(
  service: HubService,
  parcel: Parcel,
  subscribers: readonly Subscriber[],
  until: number,
): Promise<readonly Delivered[]> {
  const delivered: Delivered[] = [];
  const silences = new Map<string, number>();
  const lanes = openLanes(subscribers, ({ host }) => host, LANES);
  const note = (subscriber: Subscriber, outcome: Outcome) => {
    delivered.push({ subscriber, outcome });
    logOutcome(service, parcel, subscriber, outcome);
  };
  await workThrough(lanes, async (subscriber) => {
    const { host } = subscriber;
    if (service.now() >= until) return note(subscriber, { kind: "left" });
    const outcome = await sendParcel(service, parcel, subscriber);
    note(subscriber, outcome);
    const inRow = outcome.kind === "failed" && outcome.isSilence ? (silences.get(host) ?? 0) + 1 : 0;
    silences.set(host, inRow);
    if (inRow < SILENCES || outcome.kind !== "failed") return;
    for (const other of lanes.giveUp(host))
      note(other, { kind: "failed", fault: `not asked, for another at its host ${outcome.fault}` });
  });
  return delivered;
}

/** What succeeded is told by the page as a whole. Of a callback the log has the host alone: the rest of it may be what lets its owner in. */
function logOutcome(service: HubService, parcel: Parcel, subscriber: Subscriber, outcome: Outcome): void {
  if (outcome.kind === "taken" || outcome.kind === "left") return;
  service.log({
    message: outcome.kind === "ended" ? "subscription ended" : "not delivered",
    level: outcome.kind === "ended" ? "info" : "warn",
    delivery: deliveryId(parcel, subscriber),
    topic: parcel.name,
    host: subscriber.host,
    ...(outcome.kind === "failed" && { fault: outcome.fault }),
  });
}
