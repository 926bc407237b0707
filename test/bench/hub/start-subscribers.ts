import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export type Arrived = { readonly last: number; readonly seen: number; readonly bytes: number };

export type Subscribers = {
  readonly port: number;
  /** Waits for `count` deliveries from now on. */
  readonly expect: (count: number) => Promise<{ readonly arrived: Promise<Arrived> }>;
  readonly stop: () => void;
};

export async function startSubscribers(): Promise<Subscribers> {
  const child = fork(join(import.meta.dirname, "subscriber-process.ts"));
  const [greeting]: { port: number }[] = await once(child, "message");
  return {
    port: greeting?.port ?? 0,
    expect: async (count) => {
      const ready = once(child, "message");
      child.send(count);
      await ready;
      return {
        arrived: once(child, "message").then(([arrived]: Arrived[]) => arrived ?? { last: 0, seen: 0, bytes: 0 }),
      };
    },
    stop: () => child.kill(),
  };
}
