import { describe, expect, it } from "vitest";
import { readDuration, readMoment } from "../../../../src/import/media/read-moment.ts";
import { largestOf, readSrcset } from "../../../../src/import/media/srcset.ts";

describe("a duration", () => {
  it.each([
    ["754", 754],
    [" 754.5 ", 754.5],
    ["12:34", 754],
    ["75:00", 4_500],
    ["1:02:03", 3_723],
    ["01:02:03.500", 3_723.5],
    ["00:12:34,250", 754.25],
    ["PT1H2M3S", 3_723],
    ["pt45m", 2_700],
    ["1h 2m 3s", 3_723],
    ["45 min", 2_700],
    ["1 hour, 5 minutes", 3_900],
    ["90s", 90],
  ])("%j is %d seconds", (text, seconds) => {
    expect(readDuration(text)).toBe(seconds);
  });

  it.each([[""], ["0"], ["00:00:00"], ["soon"], ["12:34:56:78"], ["-5"], ["1:2x"], ["5 apples"], ["1".repeat(100)]])(
    "%j is none",
    (text) => {
      expect(readDuration(text)).toBeUndefined();
    },
  );

  it("and a moment may be the beginning", () => {
    expect(readMoment("00:00:00.000")).toBe(0);
  });
});

it.each([
  ["a.jpg", "a.jpg"],
  ["a.jpg 1x, b.jpg 2x", "b.jpg"],
  ["a.jpg 300w,b.jpg 1200w,c.jpg 600w", "b.jpg"],
  ["a,b.jpg 300w, c,d.jpg 200w", "a,b.jpg"],
  ["a.jpg,, b.jpg 1.5x ,", "b.jpg"],
  ["data:image/gif;base64,R0l 1w, b.jpg 2w", "b.jpg"],
])("the largest candidate of %j is %j", (set, url) => {
  expect(largestOf(readSrcset(set))?.url).toBe(url);
});
