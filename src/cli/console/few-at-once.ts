/** Calls `work` for each item, with at most `max` calls at the same time. Starts no more once `isOver` returns true. */
export async function fewAtOnce<Item>(
  items: readonly Item[],
  { max, isOver }: { readonly max: number; readonly isOver: () => boolean },
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = items.values();
  const worker = async () => {
    for (let next = left.next(); !next.done && !isOver(); next = left.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: max }, worker));
}
