/** What came of one item, and the items that it leads to. Those come directly after it. */
export type Step<Item, Output> = { readonly output: Output; readonly more?: readonly Item[] };

type Place<Item, Output> = {
  readonly item: Item;
  state: "waiting" | "working" | "done";
  output?: Output;
};

/**
 * Works on several items at the same time, and hands over the outputs in the order of the items, each as soon as those
 * before it are there.
 *
 * @param max the most items that are worked on at the same time
 * @param keyOf items of one key are worked on one after the other; undefined if it does not matter
 */
export async function inOrder<Item, Output>(
  items: readonly Item[],
  { max, keyOf }: { readonly max: number; readonly keyOf: (item: Item) => string | undefined },
  work: (item: Item) => Promise<Step<Item, Output>>,
  take: (output: Output, item: Item) => void,
): Promise<void> {
  const places: Place<Item, Output>[] = items.map((item) => ({ item, state: "waiting" }));
  const working = new Map<Place<Item, Output>, Promise<void>>();
  const busy = new Set<string>();
  let taken = 0;

  const start = (place: Place<Item, Output>, key: string | undefined) => {
    place.state = "working";
    if (key !== undefined) busy.add(key);
    const done = work(place.item)
      .then(({ output, more = [] }) => {
        place.output = output;
        const added = more.map((item): Place<Item, Output> => ({ item, state: "waiting" }));
        if (added.length > 0) places.splice(places.indexOf(place) + 1, 0, ...added);
      })
      .finally(() => {
        place.state = "done";
        working.delete(place);
        if (key !== undefined) busy.delete(key);
      });
    working.set(place, done);
  };

  for (;;) {
    for (let next = taken; next < places.length && working.size < max; next += 1) {
      const place = places[next];
      const key = place && keyOf(place.item);
      if (place?.state === "waiting" && (key === undefined || !busy.has(key))) start(place, key);
    }
    if (working.size > 0) await Promise.race(working.values());
    for (let place = places[taken]; place?.state === "done"; place = places[taken]) {
      if (place.output !== undefined) take(place.output, place.item);
      // A long list of reports need not stay in memory.
      delete place.output;
      taken += 1;
    }
    if (taken === places.length) return;
  }
}
