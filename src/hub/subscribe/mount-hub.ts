import type { Hono } from "hono";
import type { HttpEnv } from "../../http/service.ts";
import { HUB_PATH } from "../../site/addresses.ts";
import type { HubService } from "../hub-service.ts";
import { retryHeader, sendText } from "./hub-refusal.ts";
import { mountForm } from "./mount-form.ts";
import { requestSubscription } from "./request-subscription.ts";

/** Mounts the hub that subscribers speak to. */
export function mountHub(app: Hono<HttpEnv>, service: HubService): void {
  mountForm(app, service, HUB_PATH, ABOUT, async (form, place) => {
    const refusal = await requestSubscription(service, form, place);
    return refusal
      ? sendText(refusal.reason, refusal.status, retryHeader(refusal))
      : // WebSub section 5.1.2: accepted, before it is verified.
        sendText("Accepted. The callback is asked whether it wants this.", 202);
  });
}

const ABOUT = `This is a WebSub hub (https://www.w3.org/TR/websub/) for the feeds of this service, and for no others.
Subscribe with a POST of hub.callback, hub.mode=subscribe and hub.topic, the address of a feed as its rel=self says it.`;
