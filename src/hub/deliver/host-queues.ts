/**
 * Work in lanes: so many things at once, and of one group (a host) fewer. Groups take turns, so that a slow one holds the lanes it has and no
 * others, and many of one host do not put off the few of another.
 */
export type Lanes<Item> = {
  /** The next thing to be begun; nothing while every lane, or every group that still has something, is taken. */
  readonly take: () => Item | undefined;
  /** One that was taken is done. */
  readonly release: (item: Item) => void;
  /** What a group still has, which is begun no more. */
  readonly giveUp: (group: string) => readonly Item[];
};

export type LaneLimits = { readonly lanes: number; readonly ofGroup: number };

type Group<Item> = { readonly waiting: Item[]; underWay: number; isInTurn: boolean };

export function openLanes<Item>(
  items: readonly Item[],
  groupOf: (item: Item) => string,
  limits: LaneLimits,
): Lanes<Item> {
  const groups = new Map<string, Group<Item>>();
  /** Groups that may begin something, in turn. */
  const turns: Group<Item>[] = [];
  let underWay = 0;

  const queue = (group: Group<Item>) => {
    if (group.isInTurn || group.waiting.length === 0 || group.underWay >= limits.ofGroup) return;
    group.isInTurn = true;
    turns.push(group);
  };

  for (const item of items) {
    const name = groupOf(item);
    const group = groups.get(name) ?? { waiting: [], underWay: 0, isInTurn: false };
    groups.set(name, group);
    group.waiting.push(item);
  }
  for (const group of groups.values()) {
    group.waiting.reverse();
    queue(group);
  }

  return {
    take: () => {
      while (underWay < limits.lanes) {
        const group = turns.shift();
        if (!group) return undefined;
        group.isInTurn = false;
        const item = group.waiting.pop();
        if (item === undefined) continue;
        group.underWay += 1;
        underWay += 1;
        queue(group);
        return item;
      }
      return undefined;
    },
    release: (item) => {
      const group = groups.get(groupOf(item));
      if (!group) return;
      group.underWay -= 1;
      underWay -= 1;
      queue(group);
    },
    giveUp: (name) => groups.get(name)?.waiting.splice(0).reverse() ?? [],
  };
}

/** Does `work` on everything that `lanes` lets through; done when nothing is under way and nothing is left to begin. */
export async function workThrough<Item>(lanes: Lanes<Item>, work: (item: Item) => Promise<void>): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    let underWay = 0;
    const begin = () => {
      for (let item = lanes.take(); item !== undefined; item = lanes.take()) {
        const taken = item;
        underWay += 1;
        work(taken).then(() => {
          underWay -= 1;
          lanes.release(taken);
          begin();
        }, reject);
      }
      if (underWay === 0) resolve();
    };
    begin();
  });
}
