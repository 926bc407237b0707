import { join } from "node:path";
import type { RequestRecord } from "../../../src/http/service.ts";
import { eventually } from "./eventually.ts";
import { type Exchange, exchange } from "./exchange.ts";
import { type ProcessGroup, startGroup } from "./process-group.ts";
import type { ProjectCopy } from "./project-copy.ts";

/** `wrangler dev` in a copy of the project, as an author runs it. */
export type DevServer = {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly root: string;
  readonly scratch: string;
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Exchange>;
  /** The output of wrangler and the build, without the lines of the request log. */
  readonly messages: () => string;
  /** The Worker's log records of the requests that came during `work`, in order. */
  readonly requestsDuring: (work: () => Promise<unknown>) => Promise<readonly RequestRecord[]>;
  readonly stop: () => Promise<void>;
};

export async function startDevServer(copy: ProjectCopy): Promise<DevServer> {
  return startServer(copy, [join(copy.root, "node_modules/wrangler/bin/wrangler.js"), "dev"]);
}

/** `npm run dev` in a copy of the project. */
export async function startPreview(copy: ProjectCopy): Promise<DevServer> {
  return startServer(copy, [join(copy.root, "src/cli/commands/dev.ts")]);
}

/** @param program and its first arguments; it takes those of `wrangler dev` */
async function startServer(
  { root, scratch, environment }: ProjectCopy,
  program: readonly string[],
): Promise<DevServer> {
  const group = startGroup({
    file: process.execPath,
    args: [...program, ...["--ip", "127.0.0.1", "--port", "0", "--inspector-port", "0"]],
    cwd: root,
    environment,
  });
  try {
    const origin = await eventually("wrangler dev says where it listens", () => readyOrigin(group), {
      describe: group.output,
    });
    const get: DevServer["get"] = (path, headers = {}) => exchange(origin, path, { headers });
    await eventually("the Worker answers", async () => ((await get("/healthz")).status === 200 ? true : undefined), {
      describe: group.output,
    });
    let marks = 0;
    /** Log lines are late but in order: when the mark has arrived, every line before it has arrived. */
    const mark = async () => {
      const userAgent = `mark-${++marks}`;
      await get("/healthz", { "user-agent": userAgent });
      return eventually(`the log tells of ${userAgent}`, () => {
        const place = recordsIn(group.output()).findIndex((record) => record.userAgent === userAgent);
        return place === -1 ? undefined : place;
      });
    };
    const requestsDuring: DevServer["requestsDuring"] = async (work) => {
      const start = await mark();
      await work();
      const end = await mark();
      return recordsIn(group.output()).slice(start + 1, end);
    };
    return { origin, root, scratch, get, messages: () => messagesIn(group.output()), requestsDuring, stop: group.stop };
  } catch (error) {
    await group.stop();
    throw error;
  }
}

function readyOrigin(group: ProcessGroup): string | undefined {
  if (group.hasEnded()) throw new Error(`wrangler dev ended:\n${group.output()}`);
  return /Ready on (http:\/\/127\.0\.0\.1:\d+)/.exec(group.output())?.[1];
}

function recordsIn(output: string): RequestRecord[] {
  return output
    .split("\n")
    .slice(0, -1)
    .filter((line) => line.startsWith('{"message":"request"'))
    .map((line) => JSON.parse(line));
}

function messagesIn(output: string): string {
  return output
    .split("\n")
    .filter((line) => !/^(?:\{"message":"request"|\[wrangler:info\] [A-Z]+ \/)/.test(line))
    .join("\n");
}
