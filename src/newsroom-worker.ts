import { env } from "cloudflare:workers";
import { clearExpired } from "./desk/idempotency/idempotency-record.ts";
import { mountDesk } from "./desk/mount-desk.ts";
import { createApp } from "./http/app.ts";
import type { HubJob } from "./hub/hub-job.ts";
import { redriveHub } from "./hub/redrive.ts";
import { runHubBatch } from "./hub/run-hub-batch.ts";
import { mountCloud } from "./hub/subscribe/mount-cloud.ts";
import { mountHub } from "./hub/subscribe/mount-hub.ts";
import { sweepHub } from "./hub/sweep-hub.ts";
import { createDeskService, createHubService, createNewsroomDependencies } from "./newsroom-dependencies.ts";

/** Made when the isolate starts: a wrong variable stops a deploy instead of a reader. */
const dependencies = createNewsroomDependencies(env);
const hub = createHubService(env, dependencies);
const app = createApp(dependencies);
mountDesk(app, createDeskService(env, dependencies, hub.send));
mountHub(app, hub);
mountCloud(app, hub);

export default {
  fetch: (request: Request) => {
    dependencies.servedAt(request.url);
    return app.fetch(request);
  },
  queue: (batch: MessageBatch<HubJob>) => runHubBatch(hub, batch),
  scheduled: () =>
    runMinute(hub.log, [
      ["settle", () => dependencies.newsroom.applyDueChanges(dependencies.now())],
      ["redrive", () => redriveHub(hub)],
      ["sweep", () => sweepHub(hub)],
      ["clear", () => clearExpired(env.DB, dependencies.now())],
    ]),
};

type Chore = readonly [name: string, run: () => Promise<unknown>];

/**
 * What the cron does each minute, one after the other: what has come due is settled before it is told. A chore that fails keeps no other from
 * being done.
 */
async function runMinute(
  log: (record: Readonly<Record<string, unknown>>) => void,
  chores: readonly Chore[],
): Promise<void> {
  for (const [chore, run] of chores) {
    try {
      await run();
    } catch (error) {
      const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
      log({ message: "chore failed", level: "error", chore, fault });
    }
  }
}
