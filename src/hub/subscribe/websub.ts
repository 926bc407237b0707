import { Buffer } from "node:buffer";
import type { Hono } from "hono";
import type { HttpEnv } from "../../http/service.ts";
import { HUB_PATH } from "../../site/addresses.ts";
import { ok, type Result } from "../../syntax/result.ts";
import { judgeCallback } from "../callback-policy.ts";
import type { HubService } from "../service.ts";
import { findTopic } from "../topic.ts";
import {
  type HubProblem,
  mountFormEndpoint,
  type RequestFacts,
  refuse,
  sendHubProblem,
  sendText,
} from "./form-endpoint.ts";
import { requestVerification } from "./request-verification.ts";

/** WebSub section 5.1: a secret "MUST be less than 200 bytes in length". */
const MAX_SECRET_BYTES = 199;
const PARAMETERS = ["hub.callback", "hub.mode", "hub.topic", "hub.lease_seconds", "hub.secret"] as const;

const ABOUT = `This is a WebSub hub (https://www.w3.org/TR/websub/) for the feeds of this service, and for no others.
To subscribe, POST hub.callback, hub.mode=subscribe and hub.topic, the address of a feed as its rel=self link has it.`;

const NO_TOPIC =
  "hub.topic: expected the address of a feed of this service, exactly as its rel=self link has it, such as one of those listed at /feeds. " +
  "Filtered feeds, archives and the address that negotiates the format are not topics.";

/** Mounts the endpoint at which WebSub subscribers subscribe and unsubscribe. */
export function mountHub(app: Hono<HttpEnv>, service: HubService): void {
  mountFormEndpoint(app, service, HUB_PATH, ABOUT, async (form, facts) => {
    const requested = await requestSubscription(service, form, facts);
    // WebSub section 5.1.2: the hub accepts the request before it verifies the intent.
    return requested.ok
      ? sendText("Accepted. The hub now asks the callback to confirm the request.", 202)
      : sendHubProblem(requested.error);
  });
}

/** Checks a subscriber's request (WebSub section 5.1) and stores it for verification. Nothing is fetched yet. */
async function requestSubscription(
  service: HubService,
  form: URLSearchParams,
  { origin, ownHosts, requester }: RequestFacts,
): Promise<Result<undefined, HubProblem>> {
  const request = readSubscriptionRequest(form);
  if (!request.ok) return request;
  const { lease, mode, secret } = request.value;
  const callback = judgeCallback(request.value.callback, { ownHosts, allowLoopback: service.allowLoopback });
  if (!callback.ok) return refuse(`hub.callback: ${callback.error.reason}`);
  const topic = findTopic(request.value.topic, origin);
  // A subscriber may unsubscribe from a feed that no longer exists.
  if (!topic || (mode === "subscribe" && !(await service.hasTopic(topic)))) return refuse(NO_TOPIC);
  const bounds = service.limits.lease;
  return requestVerification(service, {
    protocol: "websub",
    mode,
    leaseSeconds: Math.min(Math.max(lease ?? bounds.default, bounds.min), bounds.max),
    topics: [topic],
    requester,
    callback: callback.value,
    ...(secret !== undefined && { secret }),
  });
}

/** The fields of a subscription request (WebSub section 5.1). */
type SubscriptionRequest = {
  readonly mode: "subscribe" | "unsubscribe";
  readonly callback: string;
  readonly topic: string;
  /** In seconds. Without it, the hub chooses. */
  readonly lease?: number;
  readonly secret?: string;
};

/** Reads the form. Unknown parameters are ignored, even if they are repeated (WebSub section 5.1). */
function readSubscriptionRequest(form: URLSearchParams): Result<SubscriptionRequest, HubProblem> {
  const repeated = PARAMETERS.find((name) => form.getAll(name).length > 1);
  if (repeated !== undefined) return refuse(`${repeated}: expected it once.`);
  const mode = form.get("hub.mode");
  if (mode === "publish")
    return refuse("hub.mode: publish is not supported; the service itself notifies this hub of each change.");
  if (mode !== "subscribe" && mode !== "unsubscribe") return refuse("hub.mode: expected subscribe or unsubscribe.");
  const callback = form.get("hub.callback") ?? "";
  if (callback === "") return refuse("hub.callback: expected the address to send to.");
  const topic = form.get("hub.topic") ?? "";
  if (topic === "") return refuse("hub.topic: expected the address of a feed, as its rel=self link has it.");
  if (mode === "unsubscribe") return ok({ mode, callback, topic });
  const seconds = form.get("hub.lease_seconds") ?? "";
  if (!/^(?:|0*[1-9]\d{0,14})$/.test(seconds))
    return refuse("hub.lease_seconds: expected a whole number of seconds, 1 or more.");
  const secret = form.get("hub.secret") ?? "";
  if (Buffer.byteLength(secret) > MAX_SECRET_BYTES)
    return refuse(`hub.secret: expected at most ${MAX_SECRET_BYTES} bytes.`);
  return ok({
    mode,
    callback,
    topic,
    ...(seconds !== "" && { lease: Number(seconds) }),
    ...(secret !== "" && { secret }),
  });
}
