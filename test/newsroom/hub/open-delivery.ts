import { env } from "cloudflare:workers";
import { randomBytes } from "node:crypto";
import { redriveHub } from "../../../src/hub/cron.ts";
import { renderTopic } from "../../../src/hub/deliver/render-topic.ts";
import { SnapshotMemory } from "../../../src/hub/deliver/snapshot-memory.ts";
import { runHubJob } from "../../../src/hub/jobs.ts";
import { sealSecret } from "../../../src/hub/seal-secret.ts";
import type { HubJob, HubService } from "../../../src/hub/service.ts";
import { topicOfName } from "../../../src/hub/topic.ts";
import type { Article } from "../../../src/model/article.ts";
import { ORIGIN } from "../../fixtures/full-article.ts";
import { asStored, empty, open } from "../open.ts";

export const NOON = Date.UTC(2026, 5, 1, 12);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const SECRET_KEY = "a Worker's secret";
const TABLES = ["topics", "subscriptions", "verifications", "fan_outs", "fan_out_pages", "retries"];

/** A request that a subscriber received. */
export type Received = {
  readonly address: string;
  readonly headers: Headers;
  readonly body: string;
  readonly at: number;
  readonly redirect: string | undefined;
};

type Callback = (received: Received, signal: AbortSignal | null | undefined) => Response | Promise<Response>;

export const thanks: Callback = () => new Response(null, { status: 204 });

type Follower = {
  readonly slot?: number;
  readonly callback?: string;
  readonly protocol?: "websub" | "rsscloud";
  readonly secret?: string;
  readonly lease?: number;
};

/**
 * Deliveries over the real database and bucket. Subscribers are functions, and the queue follows a clock that the test
 * sets.
 */
export function openDelivery(overrides: Partial<HubService> = {}) {
  const clock = { now: NOON };
  const log: Record<string, unknown>[] = [];
  const queue: { readonly job: HubJob; readonly at: number }[] = [];
  const received: Received[] = [];
  const subscriber: { answer: Callback } = { answer: thanks };
  const { newsroom, store } = open();
  const service: HubService = {
    db: env.DB,
    snapshots: env.FILES,
    snapshotMemory: new SnapshotMemory(),
    origin: ORIGIN,
    hasTopic: async () => true,
    render: (topic) => renderTopic(store, topic, clock.now),
    send: async (jobs, delay = 0) => {
      queue.push(...jobs.map((job) => ({ job, at: clock.now + delay * 1_000 })));
    },
    fetch: async (address, { body, headers, redirect, signal }) => {
      const text = body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body);
      const got = { address, headers: new Headers(headers), body: text, at: clock.now, redirect };
      received.push(got);
      return subscriber.answer(got, signal);
    },
    allowLoopback: false,
    secretKey: SECRET_KEY,
    limits: {
      lease: { default: DAY, min: HOUR, max: DAY },
      maxPending: 20,
      maxPendingPerHost: 5,
      maxPendingPerClient: 5,
      maxPendingPerNetwork: 5,
      maxSubscriptionsPerHost: 1_000,
      timeout: 30,
    },
    clientLimit: { limit: async () => ({ success: true }) },
    signature: "sha256",
    now: () => clock.now,
    random: () => 0.5,
    randomBytes: (count) => randomBytes(count),
    log: (record) => log.push(record),
    ...overrides,
  };

  /** Runs the jobs that are due, and the jobs that these send. */
  const work = async (by: HubService = service) => {
    for (;;) {
      const next = queue.findIndex(({ at }) => at <= clock.now);
      if (next === -1) return;
      for (const { job } of queue.splice(next, 1)) await runHubJob(by, job);
    }
  };
  /** Advances the clock. The cron runs every `every` milliseconds, and delayed jobs run when they are due. */
  const pass = async (duration: number, by: HubService = service, every = MINUTE) => {
    const end = clock.now + duration;
    for (;;) {
      const cron = Math.floor(clock.now / every + 1) * every;
      const next = Math.min(cron, end, ...queue.map(({ at }) => Math.max(at, clock.now)));
      clock.now = next;
      await work(by);
      if (clock.now === cron) await redriveHub(by);
      await work(by);
      if (clock.now >= end) return;
    }
  };
  const publish = async (article: Article) => {
    await newsroom.save(asStored(article), undefined, { actor: "desk", now: clock.now });
    queue.push({ job: { kind: "outbox" }, at: clock.now });
  };
  const run = (sql: string, ...values: (string | number | null)[]) =>
    env.DB.prepare(sql)
      .bind(...values)
      .run();
  const all = async <Row>(sql: string) => (await env.DB.prepare(sql).all<Row>()).results;

  /** Stores subscriptions as the hub does. Slots that are not named are free. */
  const follow = async (topic: string, followers: readonly Follower[], slots = followers.length) => {
    await run("INSERT INTO topics (name) VALUES (?) ON CONFLICT (name) DO NOTHING", topic);
    const rows = followers.map(async ({ slot, callback, protocol = "websub", secret, lease = NOON + DAY }, index) => {
      const own = slot ?? index + 1;
      const address = callback ?? `https://reader${own}.example.org/${topic.replaceAll(/\W/g, "-")}/${own}?key=1`;
      const sealed =
        secret && (await sealSecret(SECRET_KEY, secret, { callback: address, topic }, service.randomBytes));
      const host = URL.parse(address)?.host ?? "";
      return { slot: own, callback: address, host, protocol, secret: sealed ?? null, lease };
    });
    await run(
      `INSERT INTO subscriptions (topic, slot, callback, host, protocol, secret, lease, created)
       SELECT (SELECT number FROM topics WHERE name = ?1), value ->> 'slot', value ->> 'callback', value ->> 'host',
         value ->> 'protocol', value ->> 'secret', value ->> 'lease', ?2 FROM json_each(?3)`,
      topic,
      NOON,
      JSON.stringify(await Promise.all(rows)),
    );
    await run("UPDATE topics SET slots = ?, subscribers = ? WHERE name = ?", slots, followers.length, topic);
  };
  const begin = async () => {
    await empty();
    await env.DB.batch(TABLES.map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
    clock.now = NOON;
    subscriber.answer = thanks;
    for (const list of [log, queue, received]) list.length = 0;
  };
  /** Renders the topic as it is now. */
  const rendered = async (topic: string) => {
    const { bytes = new Uint8Array(), ...rest } = (await renderTopic(store, topicOfName(topic), clock.now)) ?? {};
    return { ...rest, body: new TextDecoder().decode(bytes) };
  };
  return {
    service,
    clock,
    log,
    queue,
    received,
    subscriber,
    newsroom,
    store,
    work,
    pass,
    publish,
    follow,
    begin,
    run,
    all,
    rendered,
  };
}

/** Counts the work that is left. */
export const WAITING = `SELECT (SELECT count(*) FROM outbox) AS outbox, (SELECT count(*) FROM fan_out_pages) AS pages,
  (SELECT count(*) FROM retries WHERE dead IS NULL) AS retries, (SELECT count(*) FROM retries WHERE dead IS NOT NULL) AS dead`;
