import { describe, expect, it } from "vitest";
import { timeOfClocks, writtenTime } from "../../../../src/import/feeds/written-time.ts";

describe("writtenTime", () => {
  it.each([
    ["Wed, 01 May 2019 09:30:00 +0200", "2019-05-01T09:30:00+02:00"],
    ["1 May 19 9:30 EST", "2019-05-01T09:30:00-05:00"],
    ["Wednesday, 1 May 1999 09:30:00 GMT", "1999-05-01T09:30:00Z"],
    ["01 May 99 09:30:60 UT", "1999-05-01T09:30:59Z"],
    ["1 May 2019", "2019-05-01T00:00:00Z"],
    ["2019-05-01T09:30:00.123-07:00", "2019-05-01T09:30:00-07:00"],
    ["2019-05-01 09:30:00", "2019-05-01T09:30:00Z"],
    ["2019-05-01T09:30+0530", "2019-05-01T09:30:00+05:30"],
    ["2019-05", "2019-05-01T00:00:00Z"],
    ["2019", "2019-01-01T00:00:00Z"],
  ])("reads %s as %s", (written, time) => {
    expect(writtenTime(written)).toBe(time);
  });

  it.each([undefined, "", "yesterday", "2019-02-30", "32 May 2019", "2019-05-01T25:00:00Z"])(
    "returns undefined for %j",
    (written) => {
      expect(writtenTime(written)).toBeUndefined();
    },
  );

  it("timeOfClocks derives the zone from a local time and the same time in UTC", () => {
    expect(timeOfClocks("2024-03-03 21:42:00", "2024-03-03 13:42:00")).toBe("2024-03-03T21:42:00+08:00");
    expect(timeOfClocks("2024-03-03 08:12:00", "2024-03-03 11:42:00")).toBe("2024-03-03T08:12:00-03:30");
    expect(timeOfClocks("2024-03-03 08:12:00", undefined)).toBe("2024-03-03T08:12:00Z");
    expect(timeOfClocks(undefined, undefined)).toBeUndefined();
  });
});
