import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pseudoRandom } from "../../../src/cli/newsroom/seed/pseudo-random.ts";
import { fetchPlainly } from "../fetch-plainly.ts";
import { type HeapUse, inspectHeap } from "../inspect-heap.ts";
import { residentMemory } from "../resident-memory.ts";
import { startWorkerd } from "../start-workerd.ts";
import { type WorkerPlan, workerdConfig } from "../workerd-config.ts";
import { mixedRequest, readKnownPaths } from "./mixed-requests.ts";

const REQUESTS = 1_000;
const AT_ONCE = 4;

/**
 * The memory of workerd in bytes after requests of all kinds: what is resident, and the heap of the Worker; and how many
 * answers were of 500 and above.
 */
export type MemoryUse = { readonly resident: number; readonly heap: HeapUse; readonly failed: number };

/** Sends 1,000 mixed requests to a new isolate. */
export async function measureMemory(
  folder: string,
  plan: WorkerPlan,
  v8Flags: readonly string[] = [],
): Promise<MemoryUse> {
  const config = join(folder, `${plan.name}-memory.capnp`);
  writeFileSync(config, workerdConfig(folder, [plan], { v8Flags }));
  const workerd = await startWorkerd(config, [plan.name], { hasInspector: true });
  try {
    const port = workerd.ports.get(plan.name) ?? 0;
    const known = await readKnownPaths(port);
    const random = pseudoRandom(1);
    let failed = 0;
    let left = REQUESTS;
    const sendNext = async () => {
      while (left > 0) {
        left -= 1;
        const { path, headers } = mixedRequest(random, known);
        const { status } = await fetchPlainly(port, path, headers);
        if (status >= 500) failed += 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sendNext));
    // The inspector is used afterwards, because a debugger that listens needs memory itself.
    const resident = residentMemory(workerd.pid);
    const heap = await inspectHeap(workerd.inspector ?? 0, plan.name, () => fetchPlainly(port, "/healthz"));
    return { resident, heap, failed };
  } finally {
    await workerd.stop();
  }
}

/** The same of a Worker that answers with one word, without requests. */
export async function idleMemory(folder: string, plan: WorkerPlan): Promise<number> {
  const config = join(folder, `${plan.name}-memory.capnp`);
  writeFileSync(config, workerdConfig(folder, [plan]));
  const workerd = await startWorkerd(config, [plan.name]);
  try {
    await fetchPlainly(workerd.ports.get(plan.name) ?? 0, "/");
    return residentMemory(workerd.pid);
  } finally {
    await workerd.stop();
  }
}
