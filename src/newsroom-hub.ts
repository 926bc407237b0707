import { randomBytes } from "node:crypto";
import { ConfigError } from "./config.ts";
import { renderTopic } from "./hub/deliver/render-topic.ts";
import type { HubJob } from "./hub/hub-job.ts";
import { readHubSettings } from "./hub/hub-limits.ts";
import type { HubService } from "./hub/hub-service.ts";
import { allOf } from "./model/selection.ts";
import type { NewsroomDependencies } from "./newsroom-dependencies.ts";

/** A queue takes so many messages at once. */
const MOST_MESSAGES = 100;

/** The hub's own share: by which queues it works, and how it reaches subscribers. */
export function createHubService(env: Cloudflare.Env, dependencies: NewsroomDependencies): HubService {
  const { db, now, origin, settings, shelfFor } = dependencies;
  const { HUB_SECRET } = env;
  if (HUB_SECRET === "") throw new ConfigError("HUB_SECRET: found nothing in it, expected a long random text or none");
  const storeNow = () => shelfFor(origin()).store;
  return {
    ...readHubSettings({ ...env }, settings.mode === "development"),
    db,
    snapshots: env.FILES,
    get origin() {
      return origin();
    },
    hasTopic: async ({ scope }) => (await storeNow().head(allOf(scope), now())) !== undefined,
    render: (topic) => renderTopic(storeNow(), topic, now()),
    send: async (jobs, delaySeconds = 0) => {
      // Whoever tells of a change waits for no subscriber: the outbox has a queue to itself.
      await sendTo(
        env.ANNOUNCEMENTS,
        jobs.filter(({ kind }) => kind === "outbox"),
        delaySeconds,
      );
      await sendTo(
        env.DELIVERIES,
        jobs.filter(({ kind }) => kind !== "outbox"),
        delaySeconds,
      );
    },
    fetch: (address, init) => fetch(address, init),
    secretKey: HUB_SECRET,
    clientLimit: env.HUB_LIMIT,
    now,
    random: Math.random,
    randomBytes: (count) => randomBytes(count),
    log: (record) => console.log(JSON.stringify(record)),
  };
}

async function sendTo(queue: Queue<HubJob>, jobs: readonly HubJob[], delaySeconds: number): Promise<void> {
  for (let first = 0; first < jobs.length; first += MOST_MESSAGES)
    await queue.sendBatch(jobs.slice(first, first + MOST_MESSAGES).map((body) => ({ body, delaySeconds })));
}
