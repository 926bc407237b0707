import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { unstable_splitSqlQuery } from "wrangler";
import { childProcesses } from "../child-processes.ts";
import { REPOSITORY } from "../scratch-folder.ts";
import type { WorkerSettings } from "../worker-settings.ts";
import { bareSenderSource } from "./bare-sender-worker.ts";

export type Started = {
  /** The id of the workerd process. */
  readonly pid: number;
  readonly ask: <Answer>(path: string, body?: unknown) => Promise<Answer>;
  readonly stop: () => Promise<void>;
};

/** The hub in workerd, with the D1, R2 and Queues of `wrangler dev`, which delivers one page at a time. */
export async function startHub(module: string, settings: WorkerSettings): Promise<Started> {
  const before = childProcesses();
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      ...platform(settings),
      script: readFileSync(module, "utf8"),
      bindings: JSON.parse(JSON.stringify(settings.vars)),
      d1Databases: { DB: "newsroom" },
      r2Buckets: { FILES: "files" },
      queueProducers: { ANNOUNCEMENTS: { queueName: "announcements" } },
      queueConsumers: { announcements: { maxBatchSize: 1, maxBatchTimeout: 0 } },
    }),
  );
  const db = await miniflare.getD1Database("DB");
  for (const file of globSync(join(REPOSITORY, "src/store/d1/migrations/*.sql")).toSorted())
    await db.batch(statementsOf(readFileSync(file, "utf8")).map((sql) => db.prepare(sql)));
  return started(miniflare, before);
}

export async function startBare(settings: WorkerSettings): Promise<Started> {
  const before = childProcesses();
  const script = bareSenderSource();
  return started(new Miniflare(convertV4MiniflareOptions({ ...platform(settings), script })), before);
}

function platform({ compatibilityDate, compatibilityFlags }: WorkerSettings) {
  return { modules: true, compatibilityDate, compatibilityFlags: [...compatibilityFlags] };
}

/** @param before the processes that were there before Miniflare started its own */
async function started(miniflare: Miniflare, before: readonly number[]): Promise<Started> {
  await miniflare.ready;
  return {
    pid: childProcesses().find((each) => !before.includes(each)) ?? 0,
    ask: async <Answer>(path: string, body?: unknown) => {
      const response = await miniflare.dispatchFetch(`http://bench${path}`, {
        method: "POST",
        body: JSON.stringify(body ?? {}),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${path}: ${text}`);
      return (text.startsWith("{") ? JSON.parse(text) : text) as Answer;
    },
    stop: () => miniflare.dispose(),
  };
}

/** The migrations have one trigger, whose body contains a semicolon. */
function statementsOf(sql: string): string[] {
  return unstable_splitSqlQuery(sql);
}
