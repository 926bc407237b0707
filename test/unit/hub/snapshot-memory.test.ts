import { expect, test } from "vitest";
import { SnapshotMemory } from "../../../src/hub/deliver/snapshot-memory.ts";

const bytes = (count: number) => new Uint8Array(count);
const known = (memory: SnapshotMemory, keys: string) => [...keys].filter((key) => memory.get(key));

test("the snapshot that was used longest ago is dropped", () => {
  const memory = new SnapshotMemory(10);
  memory.set("a", bytes(4));
  memory.set("b", bytes(4));
  expect(memory.get("a")).toHaveLength(4);
  memory.set("c", bytes(4));
  expect(known(memory, "abc")).toEqual(["a", "c"]);
});

test("a snapshot that is set again counts once", () => {
  const memory = new SnapshotMemory(10);
  for (let times = 0; times < 5; times += 1) memory.set("a", bytes(4));
  memory.set("b", bytes(6));
  expect(known(memory, "ab")).toEqual(["a", "b"]);
});

test("a snapshot that is larger than the memory is not remembered, and drops no other", () => {
  const memory = new SnapshotMemory(10);
  memory.set("a", bytes(4));
  memory.set("b", bytes(11));
  expect(known(memory, "ab")).toEqual(["a"]);
});
