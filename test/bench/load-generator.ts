import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { LoadOrder, LoadReply, LoadResult } from "./load-order.ts";
import { LOAD_CORE, pinnedTo } from "./pin-to-core.ts";

export type LoadGenerator = {
  readonly put: (order: LoadOrder) => Promise<LoadResult>;
  readonly stop: () => void;
};

export function startLoadGenerator(): LoadGenerator {
  const [command, args] = pinnedTo(LOAD_CORE, process.execPath, [join(import.meta.dirname, "load-process.ts")]);
  const child: ChildProcess = spawn(command, args, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  return {
    put: async (order) => {
      child.send(order);
      const limit = AbortSignal.timeout(order.warmUpMilliseconds + order.milliseconds + 30_000);
      const [reply]: LoadReply[] = await once(child, "message", { signal: limit });
      if (!reply || "fault" in reply) throw new Error(reply?.fault ?? "the load generator sent no reply");
      return reply.result;
    },
    stop: () => child.disconnect(),
  };
}
