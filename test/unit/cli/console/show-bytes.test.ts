import { expect, it } from "vitest";
import { showBytes } from "../../../../src/cli/console/progress.ts";

function terminal(isTTY: boolean) {
  const written: string[] = [];
  let now = 1_000;
  const bar = showBytes({ isTTY, columns: 100, write: (text) => written.push(text) }, () => now);
  const lines = () => written.map((line) => line.replace("\r\u001B[K", ""));
  return { lines, ...bar, pass: (ms: number) => (now += ms) };
}

const read = (bytes: number, entries: number) => ({ phase: "read", bytes, total: 4_000_000, entries });

it("draws how much of a document is read, with the rate and the articles, at most five times a second", () => {
  const { lines, show, end, pass } = terminal(true);
  show(read(0, 0));
  show(read(500_000, 3));
  pass(2_000);
  show(read(2_000_000, 12));
  end();
  expect(lines()).toEqual([
    "[..............................] 0.0 of 4.0 MB read, 0 articles",
    "[###############...............] 2.0 of 4.0 MB read, 1.0 MB/s, 12 articles",
    "",
  ]);
});

it("draws what is fetched without a bar if the server does not say how much there is", () => {
  const { lines, show } = terminal(true);
  show({ phase: "fetched", bytes: 1_500_000, total: undefined, entries: 0 });
  expect(lines()).toEqual(["1.5 MB fetched, 0 articles"]);
});

it("counts the rate of each document from its own beginning", () => {
  const { lines, show, pass } = terminal(true);
  show({ phase: "fetched", bytes: 0, total: undefined, entries: 0 });
  pass(5_000);
  show(read(0, 0));
  pass(2_000);
  show(read(4_000_000, 1));
  expect(lines().at(-1)).toBe("[##############################] 4.0 of 4.0 MB read, 2.0 MB/s, 1 article");
});

it("prints nothing where there is no terminal", () => {
  const { lines, show, end } = terminal(false);
  show(read(0, 0));
  end();
  expect(lines()).toEqual([]);
});
