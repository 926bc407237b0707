import { expect, test } from "vitest";
import { inOrder } from "../../../../src/cli/console/in-order.ts";

const pause = (turns: number) => new Promise((done) => setTimeout(done, turns * 5));

test("hands over in the order of the items, with what they lead to behind them", async () => {
  const taken: string[] = [];
  const leads: Record<string, string[]> = { b: ["b1", "b2"], b1: ["b11"] };
  const slowness: Record<string, number> = { a: 4, b: 1, b1: 3, b2: 0, b11: 1, c: 0 };
  await inOrder(
    ["a", "b", "c"],
    { max: 3, keyOf: () => undefined },
    async (item) => {
      await pause(slowness[item] ?? 0);
      return { output: item, more: leads[item] ?? [] };
    },
    (output) => taken.push(output),
  );
  expect(taken).toEqual(["a", "b", "b1", "b11", "b2", "c"]);
});

test("works on at most so many at a time, and on one of each key", async () => {
  let most = 0;
  const working = new Map<string, number>();
  await inOrder(
    Array.from({ length: 20 }, (_, index) => index),
    { max: 3, keyOf: (item) => `host ${item % 4}` },
    async (item) => {
      const key = `host ${item % 4}`;
      working.set(key, (working.get(key) ?? 0) + 1);
      expect(working.get(key)).toBe(1);
      most = Math.max(
        most,
        [...working.values()].reduce((sum, each) => sum + each),
      );
      await pause(1);
      working.set(key, 0);
      return { output: item };
    },
    () => {},
  );
  expect(most).toBe(3);
});

test("hands over each as soon as those before it are there", async () => {
  const events: string[] = [];
  await inOrder(
    [0, 3],
    { max: 1, keyOf: () => undefined },
    async (turns) => {
      events.push(`start ${turns}`);
      await pause(turns);
      return { output: turns };
    },
    (turns) => events.push(`take ${turns}`),
  );
  expect(events).toEqual(["start 0", "take 0", "start 3", "take 3"]);
});

test("ends with the error of an item", async () => {
  const work = async () => Promise.reject(new Error("a bug"));
  await expect(inOrder([1], { max: 1, keyOf: () => undefined }, work, () => {})).rejects.toThrow("a bug");
});

test("has nothing to do without items", async () => {
  await inOrder(
    [],
    { max: 2, keyOf: () => undefined },
    async () => ({ output: "" }),
    () => expect.unreachable(),
  );
});
