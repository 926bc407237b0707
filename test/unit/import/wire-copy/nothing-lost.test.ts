import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseWireCopy } from "../../../../src/import/wire-copy/parse-wire-copy.ts";
import { toMarkdown } from "../../../../src/import/wire-copy/to-markdown.ts";
import { wordsOfFile, wordsOfSource } from "./words.ts";

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, `../../../fixtures/wire-copy/${name}.txt`), "utf8");

function importOf(text: string): string {
  const parsed = parseWireCopy(text, { zone: "Asia/Hong_Kong" });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return toMarkdown(parsed.value.copy, { id: "tag:example.org,2026-01-01:articles/7f3k9q2m" });
}

describe("the imported file has exactly the words of the copy", () => {
  it.each(["ferry", "plain", "wrapped"])("for %s", (name) => {
    const text = fixture(name);
    expect(wordsOfFile(importOf(text))).toEqual(wordsOfSource(text));
  });

  it("for two-reporters, whose repeated label and repeated agency are expected exceptions", () => {
    const text = fixture("two-reporters");
    const words = new Set(wordsOfFile(importOf(text)));
    const printedTime = "3 April 2024, 9:42 pm\r\n";
    expect(text).toContain(printedTime);
    const lost = wordsOfSource(text.replace(printedTime, "")).filter((word) => !words.has(word));
    expect(lost).toEqual(["By", "By", "and"]);
  });

  it("for any article of the layout", () => {
    fc.assert(
      fc.property(article, (text) => {
        expect(wordsOfFile(importOf(text))).toEqual(wordsOfSource(text));
      }),
      { numRuns: 300 },
    );
  });
});

const word = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      "quay",
      "Boats",
      "tide",
      "Ellery’s",
      "ÉCLUSE",
      "PE",
      "港",
      "2024",
      "x_y_z",
      "well-known",
      "said",
      "By",
      "in",
      "of",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "*a*",
      "# b",
      "1.",
      "<b>",
      "[c](d)",
      ":e",
      "::f",
      "&amp;",
      "“g”",
      '"h"',
      "“",
      "(i)",
      "(AP)",
      "-",
      "–",
      "READ",
      "MORE:",
      "~~j~~",
      "`k`",
      "http://l.example/m_n",
      "|",
      ",",
      "\u00a0",
      "\\",
    ),
  },
);
const words = (min: number, max: number) =>
  fc.array(word, { minLength: min, maxLength: max }).map((list) => list.join(" "));
const sentence = words(3, 25).map((text) => `Then ${text} done.`);
const name = fc.constantFrom(
  "Jane Example",
  "John Sample",
  "Ada Ferrier",
  "Reuters",
  "AFP",
  "dpa",
  "Staff Reporter",
  "Kim in Oldquay",
);

const header = fc.record({
  times: fc.constantFrom(
    "Published: 21:42, March 3, 2024",
    "Published: 21:42, March 3, 2024 | Updated: 02:38, June 5, 2025",
    "Published: 2024-03-03 21:42 +01:00",
  ),
  headline: words(1, 8).map((text) => `Quay ${text} opens`),
  // A name that stands in two bylines is one author.
  bylines: fc
    .tuple(fc.uniqueArray(name, { maxLength: 5 }), fc.nat({ max: 3 }))
    .map(([names, first]) => [names.slice(0, first), names.slice(first)].filter((each) => each.length > 0))
    .map((bylines) => bylines.map((names) => `By ${names.join(" and ")}`)),
  caption: fc.option(
    sentence.map((text) => `${text} (BO LINDQVIST/POOL)`),
    { nil: undefined },
  ),
});

const block = fc.oneof(
  { weight: 4, arbitrary: sentence },
  { weight: 1, arbitrary: words(1, 6).map((title) => `READ MORE:\u00a0 Quay ${title}`) },
  {
    weight: 1,
    arbitrary: sentence.map((text) => `${text}\n\nAda Ferrier,\u00a0 harbour master\n\n“${text}” Ferrier said.`),
  },
  { weight: 1, arbitrary: words(1, 6).map((text) => `quay ${text}`) },
);

/** Short lines behind the last sentence are of the page, and only in the report. */
const LAST = "Then the tide was done.";

const article = fc
  .record({
    header,
    dateline: fc.constantFrom("", "OLDQUAY - ", "OLDQUAY/NEWQUAY – ", "OLDQUAY, Feb 3 — ", "  "),
    first: sentence,
    blocks: fc.array(block, { maxLength: 8 }),
    lineEnd: fc.constantFrom("\n", "\r\n"),
    start: fc.constantFrom("", "\ufeff"),
  })
  .map(({ header: { times, headline, bylines, caption }, dateline, first, blocks, lineEnd, start }) => {
    const top = [times, headline, ...bylines].join("\n");
    const parts = [top, ...(caption === undefined ? [] : [caption]), dateline + first, ...blocks, LAST];
    return start + parts.join("\n\n").replaceAll("\n", lineEnd);
  });
