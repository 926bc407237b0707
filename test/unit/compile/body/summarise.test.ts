import { expect, it } from "vitest";
import { summarise } from "../../../../src/compile/body/emit/summarise.ts";

const word = "crossing ";

it.each([
  ["a short text", "It is open. And so is the bar.", "en", "It is open. And so is the bar."],
  [
    "several whole sentences",
    `${`A ${word.repeat(20).trim()}. `.repeat(4)}`.trim(),
    "en",
    `A ${word.repeat(20).trim()}.`,
  ],
  ["one long sentence", `${word.repeat(60)}.`, "en", `${word.repeat(31).trim()}…`],
  ["a short sentence before a long one", `Yes. ${word.repeat(60)}.`, "en", `Yes. ${word.repeat(30).trim()}…`],
  ["Chinese, which has no spaces", "渡輪航班。".repeat(100), "zh", "渡輪航班。".repeat(56)],
  ["a text without words", "👩‍👩‍👧‍👦".repeat(60), "en", `${"👩‍👩‍👧‍👦".repeat(25)}…`],
])("summarise shortens %s to the expected summary", (_, text, language, summary) => {
  expect(summarise(text, language)).toBe(summary);
});
