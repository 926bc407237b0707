import { createHmac } from "node:crypto";
import { judgeCallback } from "../callback-policy.ts";
import type { HubService } from "../hub-service.ts";
import { postToCallback } from "../post-to-callback.ts";
import { openSecret } from "../seal-secret.ts";
import { deliveryId, type Outcome, type Parcel, type Subscriber } from "./delivery.ts";
import { readRetryAfter } from "./retry-delay.ts";

const DELIVERY_HEADER = "Dateline-Delivery";

/** One try at one subscriber. What it answers is looked at no further than its status and how long it wants to be left alone. */
export async function sendParcel(service: HubService, parcel: Parcel, subscriber: Subscriber): Promise<Outcome> {
  const { allowLoopback, origin } = service;
  // It was judged when it was subscribed; the policy may have changed since, and the database is no place to trust.
  const judged = judgeCallback(subscriber.callback, { ownHosts: [new URL(origin).host], allowLoopback });
  if (!judged.ok) return { kind: "failed", fault: judged.reason };
  const message = await messageFor(service, parcel, subscriber);
  if (message === undefined) return { kind: "failed", fault: "its secret cannot be opened: HUB_SECRET has changed" };
  const answer = await postToCallback(service, judged.url, message);
  if (typeof answer === "string") return { kind: "failed", fault: answer, isSilence: true };
  if (answer.status >= 200 && answer.status < 300) return { kind: "taken" };
  if (answer.status === 410) return { kind: "ended" };
  const retryAfter = readRetryAfter(answer.headers.get("retry-after"), service.now());
  return { kind: "failed", fault: `answered ${answer.status}`, ...(retryAfter !== undefined && { retryAfter }) };
}

type Message = { readonly body: BodyInit; readonly headers: [string, string][] };

async function messageFor(service: HubService, parcel: Parcel, subscriber: Subscriber): Promise<Message | undefined> {
  const common: [string, string][] = [
    ["User-Agent", "Dateline (WebSub hub)"],
    [DELIVERY_HEADER, deliveryId(parcel, subscriber)],
  ];
  // rssCloud tells that there is something new, and no more.
  if (subscriber.protocol === "rsscloud") {
    const headers: [string, string][] = [...common, ["Content-Type", "application/x-www-form-urlencoded"]];
    return { body: new URLSearchParams({ url: parcel.address }).toString(), headers };
  }
  const signature = await signatureFor(service, parcel, subscriber);
  if (signature === undefined) return undefined;
  const content = parcel.headers.map(([name, value]): [string, string] => [name, value]);
  return { body: parcel.bytes, headers: [...content, ...common, ...signature] };
}

/**
 * WebSub section 8: only who gave a secret gets a signature. Nothing at all where the secret is not to be had, since what is not signed would
 * be thrown away.
 */
async function signatureFor(
  { secretKey, signature: method }: HubService,
  { bytes, name }: Parcel,
  { callback, secret: sealed }: Subscriber,
): Promise<[string, string][] | undefined> {
  if (sealed === null) return [];
  const secret = await openSecret(secretKey, sealed, { callback, topic: name });
  if (secret === undefined) return undefined;
  return [["X-Hub-Signature", `${method}=${createHmac(method, secret).update(bytes).digest("hex")}`]];
}
