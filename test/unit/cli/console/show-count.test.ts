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

it("writes nothing for short work, or where there is no terminal", () => {
  const short = terminal(true);
  short.count.show(1, 2);
  short.count.end();
  expect(short.written).toEqual([]);
  const { written, count, pass } = terminal(false);
  pass(5_000);
  count.show(1, 2);
  count.end();
  expect(written).toEqual([]);
});
