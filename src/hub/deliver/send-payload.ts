import { parseRetryAfter } from "../../syntax/retry-after.ts";
import {
  type CallbackClient,
  type CallbackMessage,
  type CallbackSilence,
  openCallbackClient,
  postToCallback,
} from "../callback-client.ts";
import { type CallbackPolicy, judgeCallback } from "../callback-policy.ts";
import { openSecret } from "../seal-secret.ts";
import type { HubService } from "../service.ts";
import type { Outcome } from "./outcomes.ts";
import { deliveryId, type Payload, type Subscriber } from "./payload.ts";
import { openPayloadSigner, type PayloadSigner } from "./sign-payload.ts";

const DELIVERY_HEADER = "Dateline-Delivery";

/** Sends one payload to a subscriber. */
export type SendPayload = (subscriber: Subscriber) => Promise<Outcome>;

/** Opens a sender of one payload for one job. It computes once what is the same for every subscriber. */
export function openPayloadSender(service: HubService, payload: Payload): SendPayload {
  const policy = { ownHosts: [new URL(service.origin).host], allowLoopback: service.allowLoopback };
  const sign = openPayloadSigner(service.signature, payload.bytes);
  const client = openCallbackClient(service);
  const content = recordOf(payload.headers);
  return (subscriber) => sendPayload(service, { payload, content, sign, policy, client }, subscriber);
}

type Sending = {
  readonly payload: Payload;
  /** The headers that describe the content. */
  readonly content: Readonly<Record<string, string>>;
  readonly sign: PayloadSigner;
  readonly policy: CallbackPolicy;
  readonly client: CallbackClient;
};

/** Makes one attempt to deliver a payload to a subscriber. Of the answer it reads the status and `Retry-After` only. */
async function sendPayload(service: HubService, sending: Sending, subscriber: Subscriber): Promise<Outcome> {
  // The callback passed this policy when it was stored. The policy or the row may have changed since.
  const judged = judgeCallback(subscriber.callback, sending.policy);
  if (!judged.ok) return { kind: "failed", fault: judged.error.reason };
  const message = await messageFor(service, sending, subscriber);
  if (message === undefined) return { kind: "failed", fault: "the secret cannot be decrypted: HUB_SECRET has changed" };
  const posted = await postToCallback(sending.client, judged.value.url, message);
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

/** Fields of the same name are one whose values are separated by commas (RFC 9110 section 5.3). */
function recordOf(headers: Payload["headers"]): Readonly<Record<string, string>> {
  const values = new Map<string, string>();
  for (const [name, value] of headers) {
    const before = values.get(name);
    values.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(values);
}

/** Returns undefined if the subscriber's secret cannot be decrypted. */
async function messageFor(
  service: HubService,
  { payload, content, sign }: Sending,
  subscriber: Subscriber,
): Promise<CallbackMessage | undefined> {
  const delivery = { [DELIVERY_HEADER]: deliveryId(payload, subscriber) };
  // An rssCloud notification names the feed and has no content.
  if (subscriber.protocol === "rsscloud") {
    const body = new URLSearchParams({ url: payload.address }).toString();
    return { body, headers: { ...delivery, "Content-Type": "application/x-www-form-urlencoded" } };
  }
  const signature = await signatureFor(service, { payload, sign }, subscriber);
  if (signature === undefined) return undefined;
  return { body: payload.bytes, headers: { ...content, ...delivery, ...signature } };
}

/**
 * Returns the signature header if the subscriber has a secret (WebSub section 7.1), and no header if it has none.
 * Returns undefined if the secret cannot be decrypted: the subscriber would reject an unsigned delivery.
 */
async function signatureFor(
  { secretKey }: HubService,
  { payload, sign }: Pick<Sending, "payload" | "sign">,
  { callback, secret: sealed }: Subscriber,
): Promise<Readonly<Record<string, string>> | undefined> {
  if (sealed === null) return {};
  const secret = await openSecret(secretKey, sealed, { callback, topic: payload.name });
  return secret === undefined ? undefined : { "X-Hub-Signature": sign(secret) };
}
