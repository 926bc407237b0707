import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openLanes, workThrough } from "../../../src/hub/deliver/host-queues.ts";

type Item = { readonly host: string; readonly number: number };

const LIMITS = { lanes: 6, ofGroup: 2 };
const itemsOf = (hosts: readonly string[]): Item[] => hosts.map((host, number) => ({ host, number }));
const open = (items: readonly Item[]) => openLanes(items, ({ host }) => host, LIMITS);

function takeAll(lanes: ReturnType<typeof open>): Item[] {
  const taken: Item[] = [];
  for (let item = lanes.take(); item; item = lanes.take()) taken.push(item);
  return taken;
}

describe("lanes", () => {
  test("begin six things at once, each host in turn", () => {
    const lanes = open(itemsOf(["a", "a", "a", "b", "b", "b", "c", "c", "d", "e"]));
    expect(takeAll(lanes).map(({ host }) => host)).toEqual(["a", "b", "c", "d", "e", "a"]);
    expect(lanes.take()).toBeUndefined();
  });

  test("give a host two of them, however many it has", () => {
    const lanes = open(itemsOf(Array(10).fill("a")));
    const first = takeAll(lanes);
    expect(first.map(({ number }) => number)).toEqual([0, 1]);
    for (const item of first) lanes.release(item);
    expect(takeAll(lanes).map(({ number }) => number)).toEqual([2, 3]);
  });

  test("begin nothing more of a host that is given up, and say what that was", () => {
    const lanes = open(itemsOf(["a", "a", "a", "b", "a"]));
    const [first] = [lanes.take()];
    expect(lanes.giveUp("a").map(({ number }) => number)).toEqual([1, 2, 4]);
    expect(lanes.giveUp("a")).toEqual([]);
    expect(takeAll(lanes).map(({ host }) => host)).toEqual(["b"]);
    if (first) lanes.release(first);
    expect(lanes.take()).toBeUndefined();
  });

  test("do everything once, within both bounds, in any order of ending", async () => {
    const hosts = fc.array(fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(hosts, fc.infiniteStream(fc.nat({ max: 5 })), async (names, turns) => {
        const underWay = new Map<string, number>();
        const done: number[] = [];
        let all = 0;
        await workThrough(open(itemsOf(names)), async ({ host, number }) => {
          underWay.set(host, (underWay.get(host) ?? 0) + 1);
          all += 1;
          expect(all).toBeLessThanOrEqual(6);
          expect(underWay.get(host)).toBeLessThanOrEqual(2);
          for (let turn = turns.next().value ?? 0; turn >= 0; turn -= 1) await null;
          underWay.set(host, (underWay.get(host) ?? 0) - 1);
          all -= 1;
          done.push(number);
        });
        expect(done.toSorted((a, b) => a - b)).toEqual(names.map((_, number) => number));
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  test("leave no lane idle while a host is slow", async () => {
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

  test("pass a fault of ours on", async () => {
    const failing = workThrough(open(itemsOf(["a", "b"])), async () => {
      throw new Error("killed");
    });
    await expect(failing).rejects.toThrow("killed");
  });
});
