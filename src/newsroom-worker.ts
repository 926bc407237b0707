import { env } from "cloudflare:workers";
import { createApp } from "./app.ts";
import { mountDesk } from "./desk/mount-desk.ts";
import { clearExpired } from "./desk/receipts/receipt.ts";
import { createDeskService, createNewsroomDependencies } from "./newsroom-dependencies.ts";
import type { Announcement } from "./publishing/announcement.ts";
import { runAnnouncements, runMinute } from "./publishing/run-jobs.ts";

/** Made when the isolate starts: a wrong variable stops a deploy instead of a reader. */
const dependencies = createNewsroomDependencies(env);
const app = createApp(dependencies);
mountDesk(app, createDeskService(env, dependencies));
const jobs = {
  ...dependencies,
  publication: dependencies.settings.publication,
  log: (record: Record<string, unknown>) => console.log(JSON.stringify(record)),
};

export default {
  fetch: (request: Request) => app.fetch(request),
  queue: (_: MessageBatch<Announcement>) => runAnnouncements(jobs),
  scheduled: async () => {
    await runMinute(jobs);
    await clearExpired(env.DB, dependencies.now());
  },
};
