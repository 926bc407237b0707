import { describe, expect, it } from "vitest";
import { readTime } from "../../../../src/import/times/read-time.ts";

/** Pieces that patterns and readers of times might meet many times. */
const PIECES = [
  "1",
  "1 ",
  "1:",
  "1/",
  "1.",
  "-1",
  "+1",
  "(",
  "()",
  "Jan ",
  "mar ",
  "T1",
  "Z",
  " ",
  "年1",
  "1月",
  "a1",
  "[",
  "m=+1",
];

describe("a text that is made to cost time", { timeout: 120_000 }, () => {
  it.each(PIECES)("of many %j is refused in linear time", (piece) => {
    // Loads the names of all languages, which happens once.
    readTime("5 apples 2020");
    const start = process.cpuUsage();
    readTime(piece.repeat(100_000));
    for (let many = 1; many < 200; many += 20) readTime(`${piece.repeat(many)} 2020`);
    const { user } = process.cpuUsage(start);
    expect(user / 1_000).toBeLessThan(1_000);
  });

  it("costs little for each of many times that cannot be read", () => {
    readTime("5 apples 2020");
    const start = process.cpuUsage();
    // About 100 kB of times.
    for (let each = 0; each < 3_000; each += 1) readTime(`Wed, 02 Octobrus ${each} 15:00:00 QQT`, "fi");
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(1_000);
  });
});
