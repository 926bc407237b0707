import { expect, it } from "vitest";
import { showTransfer } from "../../../../src/cli/console/progress.ts";

function terminal(isTTY: boolean) {
  const written: string[] = [];
  let now = 1_000;
  const transfer = showTransfer({ isTTY, columns: 60, write: (text) => written.push(text) }, () => now);
  return { written, transfer, pass: (ms: number) => (now += ms) };
}

it("draws a bar for each file, at most five times a second, and its end", () => {
  const { written, transfer, pass } = terminal(true);
  transfer.show("https://a.example/1.mp3", 1_000_000, 4_000_000);
  transfer.show("https://a.example/1.mp3", 1_100_000, 4_000_000);
  pass(250);
  transfer.show("https://a.example/1.mp3", 2_000_000, 4_000_000);
  transfer.show("https://a.example/1.mp3", 4_000_000, 4_000_000);
  transfer.end();
  expect(written.map((line) => line.replace("\r\u001B[K", "").slice(0, 59))).toEqual([
    "[########......................] 1.0 of 4.0 MB https://a.ex",
    "[###############...............] 2.0 of 4.0 MB https://a.ex",
    "[##############################] 4.0 of 4.0 MB https://a.ex",
    "",
  ]);
  expect(Math.max(...written.map((line) => line.length))).toBeLessThanOrEqual(59 + 4);
});

it("says how much there is of a file whose length is not known", () => {
  const { written, transfer } = terminal(true);
  transfer.show("a.mp3", 2_500_000, undefined);
  expect(written).toEqual([`\r\u001B[K[${".".repeat(30)}] 2.5 MB a.mp3`]);
});

it("writes nothing where there is no terminal", () => {
  const { written, transfer } = terminal(false);
  transfer.show("a.mp3", 1, 2);
  transfer.end();
  expect(written).toEqual([]);
});
