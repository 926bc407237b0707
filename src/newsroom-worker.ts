import { env } from "cloudflare:workers";
import { createApp } from "./app.ts";
import { clearExpired } from "./desk/idempotency/receipt.ts";
import { mountDesk } from "./desk/mount-desk.ts";
import type { HubJob } from "./hub/hub-job.ts";
import { redriveHub } from "./hub/redrive.ts";
import { runHubBatch } from "./hub/run-hub-batch.ts";
import { mountCloud } from "./hub/subscribe/mount-cloud.ts";
import { mountHub } from "./hub/subscribe/mount-hub.ts";
import { sweepHub } from "./hub/sweep-hub.ts";
import { createDeskService, createNewsroomDependencies } from "./newsroom-dependencies.ts";
import { createHubService } from "./newsroom-hub.ts";
import { runMinute } from "./newsroom-minute.ts";

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
      ["settle", () => dependencies.newsroom.settle(dependencies.now())],
      ["redrive", () => redriveHub(hub)],
      ["sweep", () => sweepHub(hub)],
      ["clear", () => clearExpired(env.DB, dependencies.now())],
    ]),
};
