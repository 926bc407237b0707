import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openHostQueues, workThrough } from "../../../src/hub/deliver/host-queues.ts";

type Item = { readonly host: string; readonly number: number };

const LIMITS = { maxAtOnce: 6, maxPerHost: 2 };
const itemsOf = (hosts: readonly string[]): Item[] => hosts.map((host, number) => ({ host, number }));
const open = (items: readonly Item[]) => openHostQueues(items, LIMITS);

function takeAll(queues: ReturnType<typeof open>): Item[] {
  const taken: Item[] = [];
  for (let item = queues.take(); item; item = queues.take()) taken.push(item);
  return taken;
}

describe("host queues", () => {
  test("start six items at the same time, each host in turn", () => {
    const queues = open(itemsOf(["a", "a", "a", "b", "b", "b", "c", "c", "d", "e"]));
    expect(takeAll(queues).map(({ host }) => host)).toEqual(["a", "b", "c", "d", "e", "a"]);
    expect(queues.take()).toBeUndefined();
  });

  test("start two items of one host, however many it has", () => {
    const queues = open(itemsOf(Array(10).fill("a")));
    const first = takeAll(queues);
    expect(first.map(({ number }) => number)).toEqual([0, 1]);
    for (const item of first) queues.release(item);
    expect(takeAll(queues).map(({ number }) => number)).toEqual([2, 3]);
  });

  test("start no item of an abandoned host, and return its items", () => {
    const queues = open(itemsOf(["a", "a", "a", "b", "a"]));
    const first = queues.take();
    expect(queues.abandonHost("a").map(({ number }) => number)).toEqual([1, 2, 4]);
    expect(queues.abandonHost("a")).toEqual([]);
    expect(takeAll(queues).map(({ host }) => host)).toEqual(["b"]);
    if (first) queues.release(first);
    expect(queues.take()).toBeUndefined();
  });

  test("process every item once, within both limits, in any order of completion", async () => {
    const hosts = fc.array(fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(hosts, fc.infiniteStream(fc.nat({ max: 5 })), async (names, turns) => {
        const inProgress = new Map<string, number>();
        const done: number[] = [];
        let all = 0;
        await workThrough(open(itemsOf(names)), async ({ host, number }) => {
          inProgress.set(host, (inProgress.get(host) ?? 0) + 1);
          all += 1;
          expect(all).toBeLessThanOrEqual(6);
          expect(inProgress.get(host)).toBeLessThanOrEqual(2);
          for (let turn = turns.next().value ?? 0; turn >= 0; turn -= 1) await null;
          inProgress.set(host, (inProgress.get(host) ?? 0) - 1);
          all -= 1;
          done.push(number);
        });
        expect(done.toSorted((a, b) => a - b)).toEqual(names.map((_, number) => number));
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  test("process other hosts while one is slow", async () => {
    const order: string[] = [];
    let answer: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const working = workThrough(
      open(itemsOf(["slow", "slow", "slow", ...Array(9).fill("quick")])),
      async ({ host }) => {
        if (host === "slow") await slow;
        order.push(host);
        if (order.length === 9) answer();
      },
    );
    await working;
    expect(order).toEqual([...Array(9).fill("quick"), "slow", "slow", "slow"]);
  });

  test("reject with an error of the work", async () => {
    const failing = workThrough(open(itemsOf(["a", "b"])), async () => {
      throw new Error("killed");
    });
    await expect(failing).rejects.toThrow("killed");
  });
});
