import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timestamp as timestampSchema } from "../../../src/model/schema.ts";
import { instantOf, parseTimestamp } from "../../../src/model/timestamp.ts";

const read = (text: string) => parseTimestamp(text);

describe("a fraction of a second", () => {
  it.each([
    ["2026-03-01T09:30:00.5Z", "2026-03-01T09:30:01Z"],
    ["2026-03-01T09:30:00.000Z", "2026-03-01T09:30:00Z"],
    ["2026-03-01T09:30:00.0000000001Z", "2026-03-01T09:30:01Z"],
    ["2026-03-01T09:59:59.999+08:00", "2026-03-01T10:00:00+08:00"],
    ["2026-12-31T23:59:59.1-05:00", "2027-01-01T00:00:00-05:00"],
    ["2028-02-28T23:59:59.9Z", "2028-02-29T00:00:00Z"],
    ["0099-12-31T23:59:59.9Z", "0100-01-01T00:00:00Z"],
  ])("of %s is rounded up", (text, expected) => {
    expect(read(text)).toEqual({ ok: true, value: expected });
  });

  it("is no date if the year after 9999 follows", () => {
    expect(read("9999-12-31T23:59:59.5Z")).toEqual({ ok: false, error: "no such date" });
    expect(read("9999-12-31T23:59:59.0Z").ok).toBe(true);
  });

  it("never makes a time earlier, in any field, and never later than the next second", () => {
    const instant = fc.integer({ min: Date.parse("0001-01-02T00:00:00Z"), max: Date.parse("9999-12-30T00:00:00Z") });
    const offset = fc.integer({ min: -14 * 60, max: 14 * 60 });
    fc.assert(
      fc.property(instant, offset, fc.nat({ max: 999_999 }), (second, minutes, micros) => {
        const local = new Date(Math.floor(second / 1_000) * 1_000 + minutes * 60_000).toISOString().slice(0, 19);
        const sign = minutes < 0 ? "-" : "+";
        const pad = (part: number) => String(part).padStart(2, "0");
        const zone = `${sign}${pad(Math.floor(Math.abs(minutes) / 60))}:${pad(Math.abs(minutes) % 60)}`;
        const text = `${local}.${String(micros).padStart(6, "0")}${zone}`;
        const exact = Date.parse(`${local}${zone}`) + micros / 1_000;
        const result = instantOf(timestampSchema.parse(text));
        expect(result).toBeGreaterThanOrEqual(exact);
        expect(result - exact).toBeLessThanOrEqual(1_000);
        expect(Math.abs(result % 1_000)).toBe(0);
      }),
    );
  });
});
