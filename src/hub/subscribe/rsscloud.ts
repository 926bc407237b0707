import type { Hono } from "hono";
import { NO_SNIFFING } from "../../http/security-headers.ts";
import type { HttpEnv } from "../../http/service.ts";
import { CLOUD_PATH } from "../../site/addresses.ts";
import { escapeHtml } from "../../syntax/html.ts";
import { ok, type Result } from "../../syntax/result.ts";
import { judgeCallback } from "../callback-policy.ts";
import type { HubService } from "../service.ts";
import { findTopic, type Topic, topicName } from "../topic.ts";
import { type HubProblem, mountFormEndpoint, type RequestFacts, refuse } from "./form-endpoint.ts";
import { requestVerification } from "./request-verification.ts";

/** In seconds: "By convention registrations expire after 25 hours" (rssCloud interface). */
const LEASE = 25 * 60 * 60;
const MAX_TOPICS = 10;
const HOST = /^(?:\[[0-9a-f:.]+\]|[^\s/?#@:\\[\]]+)$/i;

const ABOUT = `This address accepts rssCloud registrations for the RSS feeds of this service.
POST domain, port, path, protocol=http-post and url1, the address of the feed. Readers that support WebSub find a hub in every feed.`;

/**
 * Mounts the endpoint for readers that support rssCloud and not WebSub. A registration is stored as a subscription, and
 * its notifications are sent in the same way.
 */
export function mountCloud(app: Hono<HttpEnv>, service: HubService): void {
  mountFormEndpoint(app, service, CLOUD_PATH, ABOUT, async (form, facts) => {
    const registered = await register(service, form, facts);
    return registered.ok
      ? sendNotifyResult(
          true,
          "The registration is valid for 25 hours as soon as your host answers with the challenge.",
        )
      : sendNotifyResult(false, registered.error.reason, registered.error);
  });
}

/**
 * Registers for all feeds of the form, which are checked before. The host is asked once for all of them, so that nobody
 * can make the hub send more requests than it gets.
 */
async function register(
  service: HubService,
  form: URLSearchParams,
  { origin, ownHosts, requester }: RequestFacts,
): Promise<Result<undefined, HubProblem>> {
  const request = readCloudRequest(form);
  if (!request.ok) return request;
  const callback = judgeCallback(request.value.callback, { ownHosts, allowLoopback: service.allowLoopback });
  if (!callback.ok) return refuse(callback.error.reason);
  const topics = new Map<string, Topic>();
  for (const address of request.value.topics) {
    const topic = findTopic(address, origin);
    if (topic?.form !== "rss" || !(await service.hasTopic(topic)))
      return refuse("url: expected the address of an RSS feed of this service, as its rel=self link has it.");
    topics.set(topicName(topic), topic);
  }
  const wanted = { protocol: "rsscloud", mode: "subscribe", leaseSeconds: LEASE } as const;
  return requestVerification(service, {
    ...wanted,
    topics: [...topics.values()],
    callback: callback.value,
    requester,
  });
}

/** The fields of an rssCloud registration (rssCloud walkthrough, "REST"). */
type CloudRequest = { readonly callback: string; readonly topics: readonly string[] };

/**
 * Reads the form. The field `notifyProcedure` is ignored: it is for XML-RPC and SOAP, which are not supported. By
 * custom, port 443 means https for any value of `protocol`, since RSS 2.0 has no name for https.
 */
function readCloudRequest(form: URLSearchParams): Result<CloudRequest, HubProblem> {
  const protocol = form.get("protocol") ?? "http-post";
  if (protocol !== "http-post" && protocol !== "https-post")
    return refuse("protocol: expected http-post or https-post.");
  const domain = form.get("domain") ?? "";
  if (domain === "")
    return refuse(
      "domain: expected the name of the host to notify. Without it, the host would be this request's IP address, and IP addresses are not notified.",
    );
  if (!HOST.test(domain)) return refuse("domain: expected a host name and nothing else.");
  const port = form.get("port") ?? "443";
  if (!/^\d{1,5}$/.test(port)) return refuse("port: expected a number.");
  const path = form.get("path") ?? "/";
  const scheme = protocol === "https-post" || port === "443" ? "https" : "http";
  const topics = [...form].filter(([name]) => /^url\d*$/.test(name)).map(([, address]) => address);
  if (topics.length === 0) return refuse("url1: expected the address of an RSS feed of this service.");
  if (topics.length > MAX_TOPICS) return refuse(`url1: expected at most ${MAX_TOPICS} feeds in one request.`);
  return ok({ callback: `${scheme}://${domain}:${port}${path.startsWith("/") ? path : `/${path}`}`, topics });
}

/**
 * The answer of rssCloud. Its status is 200 for failures of a registration too: clients read the attribute `success`. A
 * limit has a status of its own, which says when to come again.
 */
function sendNotifyResult(success: boolean, message: string, problem?: HubProblem): Response {
  const body = `<?xml version="1.0" encoding="utf-8"?>\n<notifyResult success="${success}" msg="${escapeHtml(message)}"/>\n`;
  const headers: [string, string][] = [
    ["Content-Type", "text/xml; charset=utf-8"],
    ["Cache-Control", "no-store"],
    NO_SNIFFING,
    ...(problem?.retryAfter === undefined
      ? []
      : [["Retry-After", String(problem.retryAfter)] satisfies [string, string]]),
  ];
  return new Response(body, { status: problem?.retryAfter === undefined ? 200 : problem.status, headers });
}
