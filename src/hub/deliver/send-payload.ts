import { createHmac } from "node:crypto";
import { parseRetryAfter } from "../../syntax/retry-after.ts";
import { type CallbackSilence, postToCallback } from "../callback-client.ts";
import { judgeCallback } from "../callback-policy.ts";
import { openSecret } from "../seal-secret.ts";
import type { HubService } from "../service.ts";
import type { Outcome } from "./outcomes.ts";
import { deliveryId, type Payload, type Subscriber } from "./payload.ts";

const DELIVERY_HEADER = "Dateline-Delivery";

/** Makes one attempt to deliver a payload to a subscriber. Of the answer it reads the status and `Retry-After` only. */
export async function sendPayload(service: HubService, payload: Payload, subscriber: Subscriber): Promise<Outcome> {
  const { allowLoopback, origin } = service;
  // The callback passed this policy when it was stored. The policy or the row may have changed since.
  const judged = judgeCallback(subscriber.callback, { ownHosts: [new URL(origin).host], allowLoopback });
  if (!judged.ok) return { kind: "failed", fault: judged.error.reason };
  const message = await messageFor(service, payload, subscriber);
  if (message === undefined) return { kind: "failed", fault: "the secret cannot be decrypted: HUB_SECRET has changed" };
  const posted = await postToCallback(service, judged.value.url, message);
  if (!posted.ok) return { kind: "failed", fault: describeSilence(posted.error), isSilence: true };
  const { headers, status } = posted.value;
  if (status >= 200 && status < 300) return { kind: "delivered" };
  if (status === 410) return { kind: "gone" };
  const retryAfter = parseRetryAfter(headers.get("retry-after"), service.now());
  return { kind: "failed", fault: `answered ${status}`, ...(retryAfter !== undefined && { retryAfter }) };
}

function describeSilence(silence: CallbackSilence): string {
  return silence.kind === "timeout" ? `did not answer in ${silence.after / 1_000} s` : "could not be reached";
}

type Message = { readonly body: BodyInit; readonly headers: readonly [string, string][] };

/** Returns undefined if the subscriber's secret cannot be decrypted. */
async function messageFor(service: HubService, payload: Payload, subscriber: Subscriber): Promise<Message | undefined> {
  const delivery: [string, string] = [DELIVERY_HEADER, deliveryId(payload, subscriber)];
  // An rssCloud notification names the feed and has no content.
  if (subscriber.protocol === "rsscloud") {
    const body = new URLSearchParams({ url: payload.address }).toString();
    return { body, headers: [delivery, ["Content-Type", "application/x-www-form-urlencoded"]] };
  }
  const signature = await signatureFor(service, payload, subscriber);
  if (signature === undefined) return undefined;
  const content = payload.headers.map(([name, value]): [string, string] => [name, value]);
  return { body: payload.bytes, headers: [...content, delivery, ...signature] };
}

/**
 * Returns the signature header if the subscriber has a secret (WebSub section 8), and no header if it has none. Returns
 * undefined if the secret cannot be decrypted: the subscriber would reject an unsigned delivery.
 */
async function signatureFor(
  { secretKey, signature: algorithm }: HubService,
  { bytes, name }: Payload,
  { callback, secret: sealed }: Subscriber,
): Promise<[string, string][] | undefined> {
  if (sealed === null) return [];
  const secret = await openSecret(secretKey, sealed, { callback, topic: name });
  if (secret === undefined) return undefined;
  return [["X-Hub-Signature", `${algorithm}=${createHmac(algorithm, secret).update(bytes).digest("hex")}`]];
}
