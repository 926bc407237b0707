import { describe, expect, test } from "vitest";
import { conflictSides } from "../../../../src/compile/ledger/conflict-sides.ts";

const sides = (...lines: readonly string[]) =>
  conflictSides(lines.join("\n")).map((side) => side.map(({ line, text }) => `${line} ${text}`));

describe("the sides of a text", () => {
  test("are one without markers", () => {
    expect(sides("a", "b")).toEqual([["1 a", "2 b"]]);
  });

  test("are ours and theirs, each with what is outside of the conflicts", () => {
    expect(sides("a", "<<<<<<< HEAD", "b", "=======", "c", ">>>>>>> branch", "d")).toEqual([
      ["1 a", "3 b", "7 d"],
      ["1 a", "5 c", "7 d"],
    ]);
  });

  test("leave out the base that diff3 writes, with conflicts inside of it", () => {
    const base = ["||||||| 1234567", "x", "<<<<<<<<< 1", "y", "=========", "z", ">>>>>>>>> 2"];
    expect(sides("<<<<<<< HEAD", "b", ...base, "=======", ">>>>>>> branch", "d")).toEqual([["2 b", "12 d"], ["12 d"]]);
  });

  test("are read from several conflicts and from lines that end as on Windows", () => {
    const conflict = (ours: string, theirs: string) => ["<<<<<<< HEAD", ours, "=======", theirs, ">>>>>>> b"];
    expect(conflictSides([...conflict("a", "b"), "m", ...conflict("c", "d")].join("\r\n"))).toEqual([
      [
        { line: 2, text: "a" },
        { line: 6, text: "m" },
        { line: 8, text: "c" },
      ],
      [
        { line: 4, text: "b" },
        { line: 6, text: "m" },
        { line: 10, text: "d" },
      ],
    ]);
  });

  test.each([
    ["without an end", ["<<<<<<< HEAD", "a", "=======", "b"]],
    ["without a middle", ["<<<<<<< HEAD", "a", ">>>>>>> b"]],
  ])("keep a marker %s as a line", (_, lines) => {
    const all = lines.map((text, index) => `${index + 1} ${text}`);
    expect(sides(...lines)).toEqual([all, all]);
  });
});
