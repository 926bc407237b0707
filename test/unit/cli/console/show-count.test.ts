import { expect, it } from "vitest";
import { showCount } from "../../../../src/cli/console/progress.ts";

function terminal(isTTY: boolean) {
  const written: string[] = [];
  let now = 1_000;
  const count = showCount({ isTTY, columns: 80, write: (text) => written.push(text) }, "articles compiled", () => now);
  return { written, count, pass: (ms: number) => (now += ms) };
}

it("draws how much is done and how long the rest will take, once a second has passed", () => {
  const { written, count, pass } = terminal(true);
  pass(500);
  count.show(100, 2_000);
  pass(600);
  count.show(200, 2_000);
  pass(100);
  count.show(220, 2_000);
  pass(900);
  count.show(1_000, 2_000);
  count.end();
  expect(written.map((line) => line.replace("\r\u001B[K", ""))).toEqual([
    "[###...........................] 200/2000 articles compiled, 10 s left",
    "[###############...............] 1000/2000 articles compiled, 3 s left",
    "",
  ]);
});

it("writes nothing for short work", () => {
  const short = terminal(true);
  short.count.show(1, 2);
  short.count.end();
  const plain = terminal(false);
  plain.pass(5_000);
  plain.count.show(1, 2);
  plain.count.end();
  expect([short.written, plain.written]).toEqual([[], []]);
});

it("names each stage, and begins to count the time again with it", () => {
  const { written, count, pass } = terminal(true);
  pass(10_000);
  count.show(100, 200);
  count.show(0, undefined, "files written");
  pass(1_000);
  count.show(40, undefined, "files written");
  expect(written.map((line) => line.replace("\r\u001B[K", ""))).toEqual([
    "[###############...............] 100/200 articles compiled, 10 s left",
    "40 files written",
  ]);
});

it("writes a line every ten seconds where there is no terminal", () => {
  const { written, count, pass } = terminal(false);
  for (let second = 1; second <= 25; second += 1) {
    pass(1_000);
    count.show(second, 50);
  }
  count.end();
  expect(written).toEqual(["10/50 articles compiled, 40 s left\n", "20/50 articles compiled, 30 s left\n"]);
});

it("writes no line for a short stage after a long one where there is no terminal", () => {
  const { written, count, pass } = terminal(false);
  pass(10_000);
  count.show(50, 50);
  pass(9_000);
  count.show(1, undefined, "files written");
  pass(9_000);
  count.show(2, undefined, "files written");
  pass(1_000);
  count.show(3, undefined, "files written");
  expect(written).toEqual(["50/50 articles compiled, 0 s left\n", "3 files written\n"]);
});
