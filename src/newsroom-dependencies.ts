import { randomBytes } from "node:crypto";
import artifactText from "../.dateline/newsroom/content.js";
import buildFaults from "../.dateline/newsroom/faults.js";
import type { DeskService } from "./desk/desk-service.ts";
import { ConfigError, readConfig } from "./http/config.ts";
import { RepresentationCache } from "./http/representation/representation-cache.ts";
import { logLine } from "./http/request-log.ts";
import type { Dependencies } from "./http/service.ts";
import { renderTopic } from "./hub/deliver/render-topic.ts";
import { SnapshotMemory } from "./hub/deliver/snapshot-memory.ts";
import type { HubJob, HubService } from "./hub/service.ts";
import { readHubSettings } from "./hub/settings.ts";
import { allOf } from "./model/selection.ts";
import { assetFiles } from "./store/assets.ts";
import { openD1Store, openReader } from "./store/d1/d1-store.ts";
import { type NewsroomSettings, readSettings } from "./store/d1/newsroom-settings.ts";
import { openNewsroom } from "./store/d1/open-newsroom.ts";
import { openPages } from "./store/d1/open-pages.ts";
import { bucketFiles, firstOf } from "./store/media-files.ts";
import type { Newsroom } from "./store/newsroom.ts";
import { siteByAddress } from "./store/site-by-address.ts";

/** Everything outside of the newsroom that it uses. */
export type NewsroomDependencies = Dependencies & {
  readonly settings: NewsroomSettings;
  readonly db: D1Database;
  readonly newsroom: Newsroom;
  /**
   * The origin of topics outside of a request: the configured one. Under `wrangler dev` on loopback, only a request
   * tells the port, so it is the origin of the last request.
   */
  readonly origin: () => string;
  /** Notes the address of a request, for `origin`. */
  readonly servedAt: (requestAddress: string) => void;
};

/** @throws {ConfigError} if a variable is wrong */
export function createNewsroomDependencies(env: Cloudflare.Env): NewsroomDependencies {
  const config = readConfig({ ...env });
  const settings = readSettings(artifactText, config.division);
  const db = env.DB;
  const siteFor = siteByAddress(settings.mode, settings.publication.address, (origin) =>
    openD1Store(openReader(db, settings), origin),
  );
  let { origin } = siteFor(settings.publication.address);
  return {
    config,
    settings,
    db,
    newsroom: openNewsroom(db, settings, async () => {
      // If the queue fails, the request of the desk must not: the change is stored, and the cron announces it.
      await env.ANNOUNCEMENTS.send({ kind: "outbox" }).catch((error: unknown) => console.error(String(error)));
    }),
    siteFor,
    origin: () => origin,
    servedAt: (requestAddress) => {
      ({ origin } = siteFor(requestAddress));
    },
    mediaFiles: firstOf([assetFiles(env.ASSETS), bucketFiles(env.FILES)]),
    buildFaults,
    now: Date.now,
    log: (record) => console.log(logLine(record)),
  };
}

/** What the desk uses in addition: access limits, the bucket of files, and the queues of the hub. */
export function createDeskService(
  env: Cloudflare.Env,
  dependencies: NewsroomDependencies,
  sendToHub: DeskService["sendToHub"],
): DeskService {
  return {
    ...dependencies,
    representations: new RepresentationCache(),
    pages: openPages(env.DB),
    bucket: env.FILES,
    sendToHub,
    tokenLimit: env.TOKEN_LIMIT,
    anonymousLimit: env.ANONYMOUS_LIMIT,
    randomBytes: (count) => randomBytes(count),
    pause: (milliseconds) => scheduler.wait(milliseconds),
  };
}

/** How many messages a queue accepts in one batch. */
const MAX_MESSAGES = 100;

/**
 * What the hub uses: its queues, and the way to subscribers.
 *
 * @throws {ConfigError} if a variable is wrong
 */
export function createHubService(env: Cloudflare.Env, dependencies: NewsroomDependencies): HubService {
  const { db, now, origin, settings, siteFor } = dependencies;
  const { HUB_SECRET } = env;
  if (HUB_SECRET === "") throw new ConfigError("HUB_SECRET: found nothing in it, expected a long random text or none");
  const storeNow = () => siteFor(origin()).store;
  return {
    ...readHubSettings({ ...env }, settings.mode === "development"),
    db,
    snapshots: env.FILES,
    snapshotMemory: new SnapshotMemory(),
    get origin() {
      return origin();
    },
    hasTopic: async ({ scope }) => (await storeNow().head(allOf(scope), now())) !== undefined,
    render: (topic) => renderTopic(storeNow(), topic, now()),
    send: async (jobs, delaySeconds = 0) => {
      // The outbox has a queue of its own, so that an announcement does not wait for deliveries to subscribers.
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
  for (let first = 0; first < jobs.length; first += MAX_MESSAGES)
    await queue.sendBatch(jobs.slice(first, first + MAX_MESSAGES).map((body) => ({ body, delaySeconds })));
}
