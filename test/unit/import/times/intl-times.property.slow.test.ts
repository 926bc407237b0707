import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DocumentTimes } from "../../../../src/import/times/document-times.ts";
import { countriesOf, intlLanguages, scriptsOf } from "../../../../src/import/times/intl-locales.ts";

const LOCALES = [...intlLanguages(2), ...intlLanguages(3)].flatMap((language) => [
  ...scriptsOf(language),
  ...countriesOf(language),
]);

describe("what Intl writes in any of its languages", { timeout: 300_000 }, () => {
  it("is read as the same time, or is a fault", () => {
    let [read, faults] = [0, 0];
    fc.assert(
      fc.property(
        fc.constantFrom(...LOCALES),
        fc.constantFrom("full", "long", "medium"),
        fc.constantFrom("long", "medium"),
        fc.integer({ min: Date.parse("1971-01-01T00:00:00Z"), max: Date.parse("2049-12-31T23:59:59Z") }),
        (locale, dateStyle, timeStyle, instant) => {
          const format = new Intl.DateTimeFormat(locale, { dateStyle, timeStyle, timeZone: "UTC" });
          const found = new DocumentTimes().find(format.format(instant), locale);
          if (found.ok) read += 1;
          else faults += 1;
          if (found.ok) expect(found.value.time).toBe(`${new Date(instant).toISOString().slice(0, 19)}Z`);
        },
      ),
      { numRuns: 1_500 },
    );
    expect(read).toBeGreaterThan(faults * 5);
  });
});
