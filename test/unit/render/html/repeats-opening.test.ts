import { expect, test } from "vitest";
import { repeatsOpening } from "../../../../src/render/html/parts/repeats-opening.ts";

const body =
  '<p><span class="dateline">OSLO</span> — Bread &#x26; salt <strong>cost</strong> more\nthan &quot;ever&quot;. And so on.</p>';

test.each([
  ['Bread & salt cost more than "ever".', true],
  ["OSLO — Bread & salt cost more…", true],
  ["Bread & salt cost more ...", true],
  ["Bread and salt cost more.", false],
])("the body begins with %j: %s", (summary, repeats) => {
  expect(repeatsOpening(summary, body)).toBe(repeats);
});
