import { env } from "cloudflare:workers";
import artifactText from "../../../.dateline/newsroom/content.js";
import { readConfig } from "../../../src/http/config.ts";
import { renderTopic } from "../../../src/hub/deliver/render-topic.ts";
import { SnapshotMemory } from "../../../src/hub/deliver/snapshot-memory.ts";
import { runHubJob } from "../../../src/hub/jobs.ts";
import { sealSecret } from "../../../src/hub/seal-secret.ts";
import type { HubJob, HubService } from "../../../src/hub/service.ts";
import type { Article } from "../../../src/model/article.ts";
import { withStoredOrigin } from "../../../src/site/public-origin.ts";
import { openD1Store, openReader } from "../../../src/store/d1/d1-store.ts";
import { readSettings } from "../../../src/store/d1/newsroom-settings.ts";
import { openNewsroom } from "../../../src/store/d1/open-newsroom.ts";
import { ORIGIN } from "../../fixtures/full-article.ts";
import { watchedDatabase } from "../../fixtures/watched-database.ts";
import { generateArticles } from "../generate-articles.ts";
import { callbackOf, type Seeding, secretOf } from "./bench-subscribers.ts";

// The hub itself over a counting database, with the endpoints by which the bench drives it.

const TOPIC = "rss everything";
/** A queue accepts this many messages in one call. */
const MAX_MESSAGES = 100;
const YEAR = 365 * 86_400_000;
const settings = readSettings(artifactText, readConfig({ ...env }).division);
const rows = { read: 0, written: 0 };
let messages = 0;
const db = watchedDatabase(env.DB, { around: (call) => call(), rows });
const store = openD1Store(openReader(db, settings), ORIGIN);
const newsroom = openNewsroom(env.DB, settings, async () => {});
const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));

const service: HubService = {
  db,
  snapshots: env.FILES,
  snapshotMemory: new SnapshotMemory(),
  origin: ORIGIN,
  hasTopic: async () => true,
  render: (topic) => renderTopic(store, topic, Date.now()),
  send: async (jobs, delaySeconds = 0) => {
    messages += jobs.length;
    for (let first = 0; first < jobs.length; first += MAX_MESSAGES)
      await env.ANNOUNCEMENTS.sendBatch(
        jobs.slice(first, first + MAX_MESSAGES).map((body) => ({ body })),
        { delaySeconds },
      );
  },
  fetch: (address, init) => fetch(address, init),
  allowLoopback: true,
  secretKey: "bench",
  limits: {
    lease: { default: 1, min: 1, max: 1 },
    maxPending: 1,
    maxPendingPerHost: 1,
    maxPendingPerClient: 1,
    maxPendingPerNetwork: 1,
    maxSubscriptionsPerHost: 1,
    timeout: 5_000,
  },
  clientLimit: { limit: async () => ({ success: true }) },
  signature: "sha256",
  now: Date.now,
  random: Math.random,
  randomBytes,
  log: () => {},
};

async function seed({ subscribers, port, secrets }: Seeding): Promise<void> {
  await env.DB.batch([
    ...["topics", "subscriptions", "fan_outs", "fan_out_pages", "retries"].map((table) =>
      env.DB.prepare(`DELETE FROM ${table}`),
    ),
    env.DB.prepare("INSERT INTO topics (number, name, slots, subscribers) VALUES (1, ?, ?, ?)").bind(
      TOPIC,
      subscribers,
      subscribers,
    ),
  ]);
  const CHUNK = 1_000;
  for (let first = 0; first < subscribers; first += CHUNK) {
    const indexes = Array.from({ length: Math.min(CHUNK, subscribers - first) }, (_, index) => first + index);
    const list = await Promise.all(
      indexes.map(async (index) => {
        const callback = callbackOf(index, port);
        const secret = secretOf(index, secrets);
        const owner = { callback, topic: TOPIC };
        const sealed = secret === undefined ? null : await sealSecret("bench", secret, owner, randomBytes);
        return [index + 1, callback, new URL(callback).host, sealed];
      }),
    );
    await env.DB.prepare(
      `INSERT INTO subscriptions (topic, slot, callback, host, protocol, secret, lease, created)
       SELECT 1, value ->> 0, value ->> 1, value ->> 2, 'websub', value ->> 3, ?1, 0 FROM json_each(?2)`,
    )
      .bind(Date.now() + YEAR, JSON.stringify(list))
      .run();
  }
}

/** Gives the newest article another title and announces it. */
async function publish(title: string): Promise<void> {
  Object.assign(rows, { read: 0, written: 0 });
  messages = 0;
  const [article] = generateArticles(1);
  if (article) await newsroom.save(stored({ ...article, title }), undefined, { actor: "bench", now: Date.now() });
  await service.send([{ kind: "outbox" }]);
}

function stored(article: Article): Article {
  return withStoredOrigin(article, ORIGIN);
}

// biome-ignore lint/style/noDefaultExport: a Worker's entry.
export default {
  async fetch(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/fill") {
      for (const article of generateArticles(30).toReversed())
        await newsroom.save(stored(article), undefined, { actor: "bench", now: Date.now() });
      await env.DB.prepare("DELETE FROM outbox").run();
    }
    if (pathname === "/seed") await seed(await request.json());
    if (pathname === "/publish") await publish(searchParams.get("title") ?? "");
    const left = await env.DB.prepare(
      "SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM fan_out_pages) + (SELECT count(*) FROM retries) AS left",
    ).first<{ left: number }>();
    const { bytes = new Uint8Array() } =
      pathname === "/size" ? ((await service.render({ scope: { kind: "everything" }, form: "rss" })) ?? {}) : {};
    return Response.json({ ...rows, messages, left: left?.left, bytes: bytes.length });
  },
  async queue({ messages: brought }: MessageBatch<HubJob>): Promise<void> {
    for (const { body } of brought) await runHubJob(service, body);
  },
};
