import { readdirSync, readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { childProcesses } from "../child-processes.ts";
import type { WorkerSettings } from "../worker-settings.ts";
import { ROWS_HEADER } from "./bench-protocol.ts";

export type Asked = {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
  readonly milliseconds: number;
  readonly read: number;
  readonly written: number;
};

export type Asking = {
  readonly method?: "GET" | "POST" | "PUT";
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

export type RunningNewsroom = {
  /** The id of the workerd process. */
  readonly pid: number;
  readonly ask: (asking: Asking) => Promise<Asked>;
  readonly stop: () => Promise<void>;
};

/** What the whole newsroom is bound to beside its database, in Miniflare's names. */
export type MoreBindings = Pick<
  Exclude<Parameters<typeof convertV4MiniflareOptions>[0], { workers: unknown }>,
  "r2Buckets" | "queueProducers" | "ratelimits"
>;

/**
 * A workerd process with the Worker and its D1, whose database is below `folder`. Miniflare, on which `wrangler dev`
 * runs, only starts the processes. The Worker listens on a socket of its own, so that no proxy is measured.
 */
export async function startNewsroom(
  folder: string,
  module: string,
  { compatibilityDate, compatibilityFlags, vars }: WorkerSettings,
  more: MoreBindings = {},
): Promise<RunningNewsroom> {
  const before = childProcesses();
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      resourcePersistencePath: folder,
      modules: true,
      script: readFileSync(module, "utf8"),
      compatibilityDate,
      compatibilityFlags: [...compatibilityFlags],
      bindings: JSON.parse(JSON.stringify(vars)),
      d1Databases: { DB: "newsroom" },
      serviceBindings: { ASSETS: () => new Response(null, { status: 404 }) as never },
      unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }],
      // Nobody reads the Worker's log here.
      handleRuntimeStdio: (output: Readable, errors: Readable) => {
        output.resume();
        errors.pipe(process.stderr);
      },
      ...more,
    }),
  );
  await miniflare.ready;
  const { port } = await miniflare.unsafeGetDirectURL();
  const [pid = 0] = childProcesses().filter((each) => !before.includes(each));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    pid,
    ask: (asking) => ask(Number(port), agent, asking),
    stop: async () => {
      agent.destroy();
      await miniflare.dispose();
    },
  };
}

/** The path of the one database that Miniflare keeps below `folder`, after its first use. */
export function databasePath(folder: string): string {
  const databases = join(folder, "d1/miniflare-D1DatabaseObject");
  const file = readdirSync(databases).find((name) => /^[0-9a-f]{64}\.sqlite$/.test(name));
  if (file === undefined) throw new Error("Miniflare has made no database");
  return join(databases, file);
}

function ask(port: number, agent: Agent, { method = "GET", path, headers = {}, body }: Asking): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    const asking = request({ host: "127.0.0.1", port, path, method, headers, agent, timeout: 120_000 }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.once("error", reject);
      answer.once("end", () => {
        const milliseconds = performance.now() - begin;
        const [read = Number.NaN, written = Number.NaN] = String(answer.headers[ROWS_HEADER]).split(" ").map(Number);
        const text = Buffer.concat(parts).toString("utf8");
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text, milliseconds, read, written });
      });
    });
    asking.once("timeout", () => asking.destroy(new Error(`no answer from ${path}`)));
    asking.once("error", reject);
    asking.end(body);
  });
}
