import type { Hono } from "hono";
import type { HttpEnv } from "../../http/service.ts";
import { CLOUD_PATH } from "../../site/addresses.ts";
import { judgeCallback } from "../callback-policy.ts";
import { findTopic } from "../find-topic.ts";
import type { HubService } from "../hub-service.ts";
import type { Topic } from "../topic.ts";
import { mountForm } from "./mount-form.ts";
import { readCloudRequest } from "./read-cloud-request.ts";
import type { HubPlace } from "./request-subscription.ts";
import { requestVerification } from "./request-verification.ts";
import { sendNotifyResult } from "./send-notify-result.ts";

/** In seconds. "By convention registrations expire after 25 hours" (rssCloud interface). */
const LEASE = 25 * 60 * 60;

/** Mounts what readers speak to that know rssCloud and not WebSub. What they are told of goes the same way; a registration is a subscription. */
export function mountCloud(app: Hono<HttpEnv>, service: HubService): void {
  mountForm(app, service, CLOUD_PATH, ABOUT, async (form, place) => {
    const fault = await register(service, form, place);
    return fault === undefined
      ? sendNotifyResult(true, "Registered for 25 hours, once your host has answered with the challenge.")
      : sendNotifyResult(false, fault);
  });
}

const ABOUT = `This takes rssCloud registrations for the RSS feeds of this service.
POST domain, port, path, protocol=http-post and url1, the address of the feed. Readers that know WebSub find a hub in every feed.`;

/** What is wrong, in words; nothing where all is well. All the feeds are looked at before the first is registered for. */
async function register(
  service: HubService,
  form: URLSearchParams,
  { origin, ownHosts }: HubPlace,
): Promise<string | undefined> {
  const read = readCloudRequest(form);
  if ("fault" in read) return read.fault;
  const callback = judgeCallback(read.callback, { ownHosts, allowLoopback: service.allowLoopback });
  if (!callback.ok) return callback.reason;
  const topics: Topic[] = [];
  for (const address of read.topics) {
    const topic = findTopic(address, origin);
    if (topic?.form !== "rss" || !(await service.hasTopic(topic)))
      return "url: expected the address of an RSS feed of this service, as its rel=self says it.";
    topics.push(topic);
  }
  for (const topic of topics) {
    const wanted = { protocol: "rsscloud", mode: "subscribe", lease_seconds: LEASE, topic, callback } as const;
    const refusal = await requestVerification(service, wanted);
    if (refusal) return refusal.reason;
  }
  return undefined;
}
