import { cpuTime } from "./cpu-time.ts";
import { fetchPlainly } from "./fetch-plainly.ts";
import { residentMemory } from "./resident-memory.ts";
import { startWorkerd } from "./start-workerd.ts";

/** Nearly all readers accept brotli. */
const CLIENT = { "Accept-Encoding": "gzip, br" };

/**
 * One cold start, in milliseconds: until the socket listens, when the Worker's modules have run, and until the first
 * feed is complete. `cpu` is the CPU time of all threads until then, and `answering` the part of it from the request on.
 * `memory` is in bytes.
 */
export type ColdStart = {
  readonly listening: number;
  readonly firstFeed: number;
  readonly cpu: number;
  readonly answering: number;
  readonly memory: number;
};

/** @param path of the first request, whose answer is complete when its last byte is here */
export async function startCold(configPath: string, socket: string, path = "/rss.xml"): Promise<ColdStart> {
  const workerd = await startWorkerd(configPath, [socket]);
  try {
    const started = cpuTime(workerd.pid);
    const { status } = await fetchPlainly(workerd.ports.get(socket) ?? 0, path, CLIENT);
    const answered = performance.now();
    if (status !== 200) throw new Error(`${socket} answered ${status}`);
    const cpu = cpuTime(workerd.pid);
    return {
      listening: workerd.listening - workerd.spawned,
      firstFeed: answered - workerd.spawned,
      cpu,
      answering: cpu - started,
      memory: residentMemory(workerd.pid),
    };
  } finally {
    await workerd.stop();
  }
}
