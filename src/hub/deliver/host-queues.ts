/**
 * A queue for each host. Only `maxAtOnce` items are in progress at the same time, and only `maxPerHost` of one host.
 * Hosts take turns. A slow host therefore occupies only its own share, and a host with many items does not delay the
 * few of another.
 */
export type HostQueues<Item> = {
  /** Takes the next item to start. Returns undefined if a limit is reached or no item is left. */
  readonly take: () => Item | undefined;
  /** Reports that an item which was taken is done. */
  readonly release: (item: Item) => void;
  /** Removes and returns the items of a host that have not been taken. */
  readonly abandonHost: (host: string) => readonly Item[];
};

export type QueueLimits = { readonly maxAtOnce: number; readonly maxPerHost: number };

type HostQueue<Item> = { readonly waiting: Item[]; inProgress: number; isInTurn: boolean };

export function openHostQueues<Item extends { readonly host: string }>(
  items: readonly Item[],
  { maxAtOnce, maxPerHost }: QueueLimits,
): HostQueues<Item> {
  const queues = new Map<string, HostQueue<Item>>();
  /** The queues that may start an item, in the order of their turns. */
  const turns: HostQueue<Item>[] = [];
  let inProgress = 0;

  const takeTurn = (queue: HostQueue<Item>) => {
    if (queue.isInTurn || queue.waiting.length === 0 || queue.inProgress >= maxPerHost) return;
    queue.isInTurn = true;
    turns.push(queue);
  };

  for (const item of items) {
    const queue = queues.get(item.host) ?? { waiting: [], inProgress: 0, isInTurn: false };
    queues.set(item.host, queue);
    queue.waiting.push(item);
  }
  for (const queue of queues.values()) {
    queue.waiting.reverse();
    takeTurn(queue);
  }

  return {
    take: () => {
      while (inProgress < maxAtOnce) {
        const queue = turns.shift();
        if (!queue) return undefined;
        queue.isInTurn = false;
        const item = queue.waiting.pop();
        if (item === undefined) continue;
        queue.inProgress += 1;
        inProgress += 1;
        takeTurn(queue);
        return item;
      }
      return undefined;
    },
    release: ({ host }) => {
      const queue = queues.get(host);
      if (!queue) return;
      queue.inProgress -= 1;
      inProgress -= 1;
      takeTurn(queue);
    },
    abandonHost: (host) => queues.get(host)?.waiting.splice(0).reverse() ?? [],
  };
}

/**
 * Does `work` on every item that the queues release. Resolves when no item is in progress or left, and rejects with the
 * first error of `work`.
 */
export async function workThrough<Item>(queues: HostQueues<Item>, work: (item: Item) => Promise<void>): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    let inProgress = 0;
    const start = () => {
      for (let item = queues.take(); item !== undefined; item = queues.take()) {
        const taken = item;
        inProgress += 1;
        work(taken).then(() => {
          inProgress -= 1;
          queues.release(taken);
          start();
        }, reject);
      }
      if (inProgress === 0) resolve();
    };
    start();
  });
}
