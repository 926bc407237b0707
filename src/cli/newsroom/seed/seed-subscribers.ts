import { once } from "node:events";
import { createServer } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import * as z from "zod";
import { allOf } from "../../../model/selection.ts";
import { HUB_PATH } from "../../../site/addresses.ts";
import { feedAddresses } from "../../../site/feed-links.ts";
import { isLoopback } from "../../../site/loopback.ts";
import { err, ok, type Result } from "../../../syntax/result.ts";
import type { DeskClient } from "../../desk-client/desk-client.ts";
import { jsonOf } from "../../desk-client/desk-lists.ts";

const LEASE_SECONDS = 30 * 24 * 60 * 60;
/** Milliseconds between two looks at the list of subscriptions. */
const PAUSE = 250;
/** Milliseconds for the hub to verify all requests. */
const MAX_WAIT = 60_000;

const subscriptionsSchema = z.object({
  subscriptions: z.array(z.object({ topic: z.string(), host: z.string() })),
});

export type SubscriberFailure = { readonly message: string };

/** Who follows what. Every second one has its deliveries signed. */
function topicsOf(origin: string, sections: readonly string[]): readonly string[] {
  const all = feedAddresses(origin, allOf({ kind: "everything" }));
  const [section] = sections;
  const ofSection =
    section === undefined ? [] : [feedAddresses(origin, allOf({ kind: "section", slug: section })).atom];
  return [all.rss, all.atom, all.json, ...ofSection];
}

/**
 * Subscribes callbacks on loopback to some feeds, unless they are subscribed already. While it runs, a server of its
 * own confirms the hub's requests for verification (WebSub section 5.3); afterwards deliveries to it fail.
 *
 * @param sections the slugs of sections that have published articles
 * @returns how many subscriptions there are, and how many of them are new
 */
export async function seedSubscribers(
  desk: DeskClient,
  { sections, stop }: { readonly sections: readonly string[]; readonly stop: AbortSignal },
): Promise<Result<{ readonly total: number; readonly created: number }, SubscriberFailure>> {
  const topics = topicsOf(desk.origin, sections);
  const present = await subscribedTopics(desk);
  if (!present.ok) return present;
  const missing = topics.filter((topic) => !present.value.has(topic));
  if (missing.length === 0) return ok({ total: topics.length, created: 0 });
  const callbacks = await openCallbacks();
  try {
    for (const [index, topic] of missing.entries()) {
      const refusal = await subscribe(desk.origin, topic, `${callbacks.origin}/seed/${index + 1}`, index, stop);
      if (refusal !== undefined) return err({ message: `${topic}: ${refusal}` });
    }
    const until = Date.now() + MAX_WAIT;
    while (!stop.aborted && Date.now() < until) {
      const seen = await subscribedTopics(desk);
      if (!seen.ok) return seen;
      if (topics.every((topic) => seen.value.has(topic))) return ok({ total: topics.length, created: missing.length });
      await delay(PAUSE);
    }
    return err({ message: "the hub did not verify the subscriptions in time" });
  } finally {
    callbacks.close();
  }
}

/** The topics that a callback on loopback follows. */
async function subscribedTopics(desk: DeskClient): Promise<Result<ReadonlySet<string>, SubscriberFailure>> {
  const reply = await desk.send({ method: "GET", path: "/desk/subscriptions?limit=200" });
  if (!reply.ok) return err({ message: reply.error.message });
  const list = subscriptionsSchema.safeParse(jsonOf(reply.value.bytes));
  if (!list.success) return err({ message: "the desk answered with no list of subscriptions" });
  const own = list.data.subscriptions.filter(({ host }) => isLoopback(URL.parse(`http://${host}`)?.hostname ?? ""));
  return ok(new Set(own.map(({ topic }) => topic)));
}

/** @returns why the hub refused, or undefined if it accepted the request */
async function subscribe(
  origin: string,
  topic: string,
  callback: string,
  index: number,
  stop: AbortSignal,
): Promise<string | undefined> {
  const form = new URLSearchParams({
    "hub.mode": "subscribe",
    "hub.topic": topic,
    "hub.callback": callback,
    "hub.lease_seconds": String(LEASE_SECONDS),
    ...(index % 2 === 1 && { "hub.secret": `a secret of subscriber ${index + 1}` }),
  });
  try {
    const response = await fetch(origin + HUB_PATH, { method: "POST", body: form, signal: stop });
    const text = await response.text();
    return response.ok ? undefined : text.trim();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A server that confirms every request for verification and accepts every delivery. */
async function openCallbacks(): Promise<{ readonly origin: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    const query = new URL(request.url ?? "/", "http://127.0.0.1").searchParams;
    request.resume();
    response.end(query.get("hub.challenge") ?? "");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
