import { cpuTime } from "./cpu-time.ts";
import { fetchPlainly } from "./fetch-plainly.ts";
import { residentMemory } from "./resident-memory.ts";
import { startWorkerd } from "./start-workerd.ts";

/**
 * One cold start, in milliseconds: until the socket listens, when the Worker's modules have run, and until the first
 * feed is complete. `cpu` is the CPU time of all threads until then, `memory` is in bytes.
 */
export type ColdStart = {
  readonly listening: number;
  readonly firstFeed: number;
  readonly cpu: number;
  readonly memory: number;
};

export async function startCold(configPath: string, socket: string): Promise<ColdStart> {
  const workerd = await startWorkerd(configPath, [socket]);
  try {
    const { status } = await fetchPlainly(workerd.ports.get(socket) ?? 0, "/rss.xml");
    const answered = performance.now();
    if (status !== 200) throw new Error(`${socket} answered ${status}`);
    return {
      listening: workerd.listening - workerd.spawned,
      firstFeed: answered - workerd.spawned,
      cpu: cpuTime(workerd.pid),
      memory: residentMemory(workerd.pid),
    };
  } finally {
    await workerd.stop();
  }
}
