import { env } from "cloudflare:workers";
import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import type { HttpEnv } from "../../../src/http/service.ts";
import { SnapshotMemory } from "../../../src/hub/deliver/snapshot-memory.ts";
import type { HubJob, HubService } from "../../../src/hub/service.ts";
import { mountCloud } from "../../../src/hub/subscribe/rsscloud.ts";
import { verifyIntent } from "../../../src/hub/subscribe/verify-intent.ts";
import { mountHub } from "../../../src/hub/subscribe/websub.ts";
import { allOf } from "../../../src/model/selection.ts";
import { articleNamed } from "../../fixtures/file-content.ts";
import { ORIGIN } from "../../fixtures/full-article.ts";
import { asStored, empty, open } from "../open.ts";

export const NOON = Date.UTC(2026, 5, 1, 12);
export const DAY = 86_400;
export const TOPIC = `${ORIGIN}/rss.xml`;
export const CALLBACK = "https://reader.example.org/hook?id=1";

type Callback = (url: URL, init: RequestInit) => Response | Promise<Response>;

/** Confirms the request, as a subscriber does that made it. */
export const confirming: Callback = (url) =>
  new Response(url.searchParams.get("hub.challenge") ?? url.searchParams.get("challenge"));

const HUB_TABLES = ["topics", "subscriptions", "verifications", "fan_outs", "fan_out_pages", "retries"];

/**
 * The hub over the real database. Subscribers are functions, the test sets the clock, and the queue waits for `work`.
 */
export function openHub(overrides: Partial<HubService> = {}) {
  const clock = { now: NOON };
  const log: Record<string, unknown>[] = [];
  const jobs: { job: HubJob; delay: number }[] = [];
  const asked: URL[] = [];
  const subscriber: { answer: Callback } = { answer: confirming };
  const { store, newsroom } = open();
  const service: HubService = {
    db: env.DB,
    snapshots: env.FILES,
    snapshotMemory: new SnapshotMemory(),
    origin: ORIGIN,
    hasTopic: async ({ scope }) => (await store.head(allOf(scope), clock.now)) !== undefined,
    render: async () => undefined,
    send: async (sent, delay = 0) => {
      jobs.push(...sent.map((job) => ({ job, delay })));
    },
    fetch: async (address, init) => {
      const url = new URL(address);
      asked.push(url);
      return subscriber.answer(url, init);
    },
    allowLoopback: false,
    secretKey: "a Worker's secret",
    limits: {
      lease: { default: 10 * DAY, min: 3_600, max: 30 * DAY },
      maxPending: 20,
      maxPendingPerClient: 12,
      maxPendingPerNetwork: 15,
      maxPendingPerHost: 5,
      maxSubscriptionsPerHost: 3,
      timeout: 200,
    },
    clientLimit: { limit: async () => ({ success: true }) },
    signature: "sha256",
    now: () => clock.now,
    random: Math.random,
    randomBytes: (count) => randomBytes(count),
    log: (record) => log.push(record),
    ...overrides,
  };
  const app = new Hono<HttpEnv>();
  mountHub(app, service);
  mountCloud(app, service);

  const post = (path: string, form: Record<string, string> | string, headers: Record<string, string> = {}) =>
    app.fetch(
      new Request(ORIGIN + path, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
        body: new URLSearchParams(form).toString(),
      }),
    );
  const ask = (fields: Record<string, string> = {}) =>
    post("/hub", { "hub.mode": "subscribe", "hub.callback": CALLBACK, "hub.topic": TOPIC, ...fields });
  /** Runs the jobs that are in the queue now. */
  const work = async () => {
    for (const { job } of jobs.splice(0)) if (job.kind === "verify") await verifyIntent(service, job.verification);
  };
  const settle = async (fields: Record<string, string> = {}) => {
    const response = await ask(fields);
    await work();
    return response;
  };
  const all = async <Row>(sql: string) => (await env.DB.prepare(sql).all<Row>()).results;
  const subscriptions = () =>
    all<Subscription>(
      `SELECT name AS topic, slot, callback, host, protocol, secret, lease, created
       FROM subscriptions JOIN topics ON topics.number = topic WHERE callback IS NOT NULL ORDER BY name, slot`,
    );
  const topics = () =>
    all<{ name: string; slots: number; subscribers: number }>(
      "SELECT name, slots, subscribers FROM topics ORDER BY name",
    );
  const verifications = () => all<Record<string, unknown>>("SELECT * FROM verifications ORDER BY number");
  /** Empties the hub, and the newsroom but for one article about boats. */
  const begin = async () => {
    await empty();
    await env.DB.batch(HUB_TABLES.map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
    await newsroom.save(asStored(articleNamed("one", { tags: ["Boats", "制裁"] })), undefined, {
      now: NOON,
      actor: "desk",
    });
    clock.now = NOON;
    subscriber.answer = confirming;
    for (const list of [log, jobs, asked]) list.length = 0;
  };
  const handle = { app, service, clock, log, jobs, asked, subscriber };
  return { ...handle, post, ask, work, settle, subscriptions, topics, verifications, begin };
}

export type Subscription = {
  readonly topic: string;
  readonly slot: number;
  readonly callback: string;
  readonly host: string;
  readonly protocol: string;
  readonly secret: string | null;
  readonly lease: number;
  readonly created: number;
};
