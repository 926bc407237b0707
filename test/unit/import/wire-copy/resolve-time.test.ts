import { describe, expect, it } from "vitest";
import { isZone, resolveTime } from "../../../../src/import/wire-copy/resolve-time.ts";

const at = (month: number, day: number, hour: number, minute: number) => ({
  ...{ year: 2024, month, day, hour, minute, second: 0 },
});

describe("resolveTime", () => {
  it("reads a wall-clock time in the zone in summer and in winter", () => {
    expect(resolveTime(at(1, 5, 9, 0), "x", "Europe/Berlin")).toEqual({
      ok: true,
      value: "2024-01-05T09:00:00+01:00",
    });
    expect(resolveTime(at(7, 5, 9, 0), "x", "Europe/Berlin")).toEqual({
      ok: true,
      value: "2024-07-05T09:00:00+02:00",
    });
    expect(resolveTime(at(7, 5, 9, 0), "x", "Asia/Kathmandu")).toEqual({
      ok: true,
      value: "2024-07-05T09:00:00+05:45",
    });
    expect(resolveTime(at(7, 5, 9, 0), "x", "-03:30")).toEqual({ ok: true, value: "2024-07-05T09:00:00-03:30" });
    expect(resolveTime(at(7, 5, 9, 0), "x", "UTC")).toEqual({ ok: true, value: "2024-07-05T09:00:00Z" });
  });

  it("prefers the offset of the time itself", () => {
    const clock = { ...at(7, 5, 9, 0), offset: "+08:00" };
    expect(resolveTime(clock, "x", "Europe/Berlin")).toEqual({ ok: true, value: "2024-07-05T09:00:00+08:00" });
    expect(resolveTime(clock, "x", undefined)).toEqual({ ok: true, value: "2024-07-05T09:00:00+08:00" });
  });

  it("does not guess a zone", () => {
    expect(resolveTime(at(7, 5, 9, 0), "09:00", undefined)).toEqual({
      ok: false,
      error: { kind: "no zone", found: "09:00" },
    });
  });

  it("refuses a zone that does not exist", () => {
    expect(resolveTime(at(7, 5, 9, 0), "x", "Asia/Hongkong")).toEqual({
      ok: false,
      error: { kind: "unknown zone", zone: "Asia/Hongkong" },
    });
  });

  it("returns both possible instants of a time that the clocks skipped", () => {
    expect(resolveTime(at(3, 31, 2, 30), "02:30", "Europe/Berlin")).toEqual({
      ok: false,
      error: {
        kind: "skipped time",
        found: "02:30",
        zone: "Europe/Berlin",
        readings: ["2024-03-31T01:30:00+01:00", "2024-03-31T03:30:00+02:00"],
      },
    });
  });

  it("returns both possible instants of a time that the clocks repeated", () => {
    expect(resolveTime(at(10, 27, 2, 30), "02:30", "Europe/Berlin")).toEqual({
      ok: false,
      error: {
        kind: "repeated time",
        found: "02:30",
        zone: "Europe/Berlin",
        readings: ["2024-10-27T02:30:00+02:00", "2024-10-27T02:30:00+01:00"],
      },
    });
  });
});

describe("isZone", () => {
  it.each(["Asia/Hong_Kong", "Europe/Berlin", "UTC", "+08:00", "-03:30"])("isZone accepts %s", (zone) => {
    expect(isZone(zone)).toBe(true);
  });

  it.each(["", "Hong Kong", "HKT", "Mars/Olympus", "+25:00"])("isZone rejects %j", (zone) => {
    expect(isZone(zone)).toBe(false);
  });
});
