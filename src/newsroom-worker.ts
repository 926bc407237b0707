import { env } from "cloudflare:workers";
import { clearExpired } from "./desk/idempotency/idempotency-record.ts";
import { mountDesk } from "./desk/mount-desk.ts";
import { createApp } from "./http/app.ts";
import { redriveHub, sweepHub } from "./hub/cron.ts";
import { runHubBatch } from "./hub/jobs.ts";
import type { HubJob } from "./hub/service.ts";
import { mountCloud } from "./hub/subscribe/rsscloud.ts";
import { mountHub } from "./hub/subscribe/websub.ts";
import { createDeskService, createHubService, createNewsroomDependencies } from "./newsroom-dependencies.ts";

/** Created when the isolate starts, so that a wrong variable makes the deployment fail, and not the requests. */
const dependencies = createNewsroomDependencies(env);
const hub = createHubService(env, dependencies);
const app = createApp(dependencies);
mountDesk(app.router, createDeskService(env, dependencies, hub.send));
mountHub(app.router, hub);
mountCloud(app.router, hub);
app.prepare();

export default {
  fetch: (request: Request) => {
    dependencies.servedAt(request.url);
    return app.fetch(request);
  },
  queue: (batch: MessageBatch<HubJob>) => runHubBatch(hub, batch),
  scheduled: () =>
    runMinute(hub.log, [
      ["apply due changes", () => dependencies.newsroom.applyDueChanges(dependencies.now())],
      ["redrive", () => redriveHub(hub)],
      ["sweep", () => sweepHub(hub)],
      ["clear", () => clearExpired(env.DB, dependencies.now())],
    ]),
};

type Chore = readonly [name: string, run: () => Promise<unknown>];

/**
 * Runs the chores of the cron, which it does every minute, one after the other: due changes are applied before they are
 * announced. If a chore fails, the error is logged and the next chore runs.
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
