import { once } from "node:events";

/**
 * What a Worker's isolate holds, in bytes: objects on the heap of V8, and the bytes of buffers beside it. `before` counts
 * garbage as well, and `after` only what is in use, after a full collection.
 */
export type HeapUse = { readonly before: number; readonly after: number };

type Usage = { readonly usedSize: number; readonly backingStorageSize?: number };

const PAUSE = 100;
const MAX_PAUSES = 50;

/**
 * Measures the heap of a Worker over the inspector of workerd.
 *
 * @param wake sends a request to the Worker. workerd collects garbage only when the isolate next runs
 */
export async function inspectHeap(inspector: number, worker: string, wake: () => Promise<unknown>): Promise<HeapUse> {
  const socket = new WebSocket(`ws://127.0.0.1:${inspector}/${worker}`);
  await once(socket, "open");
  const waiting = new Map<number, (result: unknown) => void>();
  socket.addEventListener("message", ({ data }) => {
    const { id, result }: { id?: number; result?: unknown } = JSON.parse(String(data));
    if (id !== undefined) waiting.get(id)?.(result);
  });
  const call = <Result>(method: string) =>
    new Promise<Result>((resolve) => {
      const id = waiting.size + 1;
      waiting.set(id, (result) => resolve(result as Result));
      socket.send(JSON.stringify({ id, method }));
    });
  const used = async () => {
    const { usedSize, backingStorageSize = 0 } = await call<Usage>("Runtime.getHeapUsage");
    return usedSize + backingStorageSize;
  };
  try {
    const before = await used();
    await call("HeapProfiler.enable");
    let isDone = false;
    void call("HeapProfiler.collectGarbage").then(() => {
      isDone = true;
    });
    for (let pauses = 0; !isDone; pauses += 1) {
      if (pauses === MAX_PAUSES) throw new Error("workerd collected no garbage");
      await wake();
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    return { before, after: await used() };
  } finally {
    socket.close();
  }
}
