import { describe, expect, test } from "vitest";
import { exitCodeOf } from "../../../../src/cli/doctor/exit-code.ts";
import { type Outcome, outcomeOf, summarize } from "../../../../src/cli/doctor/summary.ts";
import { examineFile } from "../../../../src/doctor/examine-file.ts";
import { err, ok } from "../../../../src/syntax/result.ts";
import { rss } from "../../doctor/grammar/faulty-documents.ts";
import { healthyDocuments, NOW } from "../../doctor/healthy-documents.ts";

const counts = { error: 0, warning: 0, note: 0 };
const of = (worst: Outcome["worst"], address = "a.xml", more: Partial<Outcome["counts"]> = {}): Outcome => ({
  address,
  worst,
  counts: { ...counts, ...more },
});

describe("the exit code", () => {
  test.each<readonly [number, readonly Outcome["worst"][], boolean]>([
    [0, ["clean"], true],
    [0, ["warning", "clean"], false],
    [1, ["warning", "clean"], true],
    [1, ["error"], false],
    [3, ["unread"], false],
    [3, ["clean", "unread", "warning"], false],
    [1, ["unread", "error"], false],
    [1, ["unread", "warning"], true],
  ])("is %i for %j (strict: %s)", (code, worsts, isStrict) =>
    expect(
      exitCodeOf(
        worsts.map((worst) => of(worst)),
        isStrict,
      ),
    ).toBe(code),
  );
});

test("an outcome is the worst of a report", () => {
  const read = (text: string) =>
    outcomeOf(examineFile({ name: "a", source: "file", content: ok(Buffer.from(text)) }, NOW));
  expect(read(healthyDocuments["/rss.xml"]?.("https://example.org") ?? "").worst).toBe("clean");
  expect(read(rss({ inItem: "<pubdate/>" })).worst).toBe("error");
  expect(read(rss({ inItem: "<category/>" })).worst).toBe("warning");
  const gone = err({ kind: "no-file", because: "gone" } as const);
  expect(outcomeOf(examineFile({ name: "a", source: "file", content: gone }, NOW)).worst).toBe("unread");
});

test("the summary names the worst first, and counts those without a fault", () => {
  const outcomes = [
    of("clean", "a.xml", { note: 1 }),
    of("error", "b.xml", { error: 1, warning: 2 }),
    of("unread", "c.xml", { error: 1 }),
    of("warning", "d.xml", { warning: 1 }),
    of("error", "e.xml", { error: 3 }),
  ];
  expect(summarize(outcomes)).toBe(`No answer, or not readable: 1
  c.xml

With errors: 2
  b.xml (1 error)
  e.xml (3 errors)

With warnings: 1
  d.xml (1 warning)

Without errors and warnings: 1

5 checked: 5 errors, 3 warnings, 1 note`);
});
