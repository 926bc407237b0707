/** Does something with each item, so many at a time, until `isOver`. */
export async function fewAtOnce<Item>(
  items: readonly Item[],
  { most, isOver }: { readonly most: number; readonly isOver: () => boolean },
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = items.values();
  const worker = async () => {
    for (let next = left.next(); !next.done && !isOver(); next = left.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: most }, worker));
}
