import { expect, it } from "vitest";
import { formatFault, quoted, sortFaults } from "../../../src/compile/content-fault.ts";

it.each([
  [
    { file: "content/articles/x.md", line: 4, field: "published", found: '"3 Feb 2021"', expected: "a time" },
    'content/articles/x.md:4 published: found "3 Feb 2021"; expected a time',
  ],
  [{ file: "a.md", line: 4, expected: "b" }, "a.md:4: expected b"],
  [{ file: "a.md", expected: "b" }, "a.md: expected b"],
])("formatFault formats %j", (fault, text) => {
  expect(formatFault(fault)).toBe(text);
});

it("sortFaults sorts by file, line and field, and removes repeated faults", () => {
  const fault = (file: string, line?: number, field?: string) => ({ file, line, field, expected: "x" });
  const sorted = [fault("a"), fault("a", 2), fault("a", 10, "a"), fault("a", 10, "b"), fault("b", 1)];
  expect(sortFaults([...sorted.toReversed(), fault("a", 2)])).toEqual(sorted);
});

it("quoted puts a value on one line and shortens it if it is long", () => {
  expect(quoted('a "b"\nc')).toBe('"a \\"b\\"\\nc"');
  expect(quoted(`${"a".repeat(79)}🛳b`)).toBe(`"${"a".repeat(79)}\uFFFD…"`);
});
