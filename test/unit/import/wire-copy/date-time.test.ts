import { describe, expect, it } from "vitest";
import { findTime, readDateTime } from "../../../../src/import/wire-copy/date-time.ts";
import { dateOrderOf } from "../../../../src/import/wire-copy/written-date.ts";

const evening = { year: 2024, month: 3, day: 3, hour: 21, minute: 42, second: 0 };

describe("readDateTime", () => {
  it.each([
    "21:42, March 3, 2024",
    "March 3, 2024 21:42",
    "March 3, 2024, 21:42",
    "3 March 2024, 9:42 pm",
    "3 March 2024 9.42pm",
    "2024-03-03 21:42",
    "2024-03-03T21:42",
    "Mar. 3, 2024 at 9:42 p.m.",
    "Sunday, 3rd Mar 2024, 21:42:00",
    "Sun, March 3rd, 2024 at 9:42 PM",
    "21:42,\u00a0March\u00a03,\u00a02024",
  ])("reads %s", (text) => {
    expect(readDateTime(text)).toEqual(evening);
  });

  it.each([
    ["2024-03-03T21:42:00+08:00", "+08:00"],
    ["2024-03-03T21:42:00.123Z", "Z"],
    ["21:42 +0530, March 3, 2024", "+05:30"],
    ["March 3, 2024 21:42 UTC", "Z"],
    ["March 3, 2024 21:42 GMT", "Z"],
    ["21:42 GMT+8, March 3, 2024", "+08:00"],
    ["21:42 UTC-3:30, March 3, 2024", "-03:30"],
    ["21:42 EST, March 3, 2024", "-05:00"],
    ["3 Mar 2024 21:42 HKT", "+08:00"],
    ["3 марта 2024 года, 21:42 (МСК)", "+03:00"],
    ["3 March 2024 at 2142 GMT", "Z"],
    ["9:42 p.m. ET (0242 GMT), March 3, 2024", "-05:00"],
    ["9:42 p.m. (1612 GMT), March 3, 2024", "+05:30"],
  ])("reads the zone of %s", (text, offset) => {
    expect(readDateTime(text)).toEqual({ ...evening, offset });
  });

  it.each([
    "3 de marzo de 2024, 21:42",
    "3 mars 2024 à 21h42",
    "3. März 2024, 21:42 Uhr",
    "03.03.2024, 21:42 Uhr",
    "3 marzo 2024 alle 21:42",
    "3 марта 2024 г., 21:42",
    "2024年3月3日 21:42",
    "2024年3月3日 21時42分",
    "2024-03-03 下午9:42",
    "2024. 3. 3. 오후 9:42",
    "2024년 3월 3일 21시 42분",
    "٣ مارس ٢٠٢٤ ٩:٤٢ م",
    "3 مارس/آذار 2024 - 21:42",
    "3 במרץ 2024, 21:42",
    "2024. március 3. 21:42",
    "3. maaliskuuta 2024 21:42",
    "Mar 3, 2024 – 9.42pm",
  ])("reads %s in its language", (text) => {
    expect(readDateTime(text)).toEqual(evening);
  });

  it("reads day and month in figures in the order that the document settles", () => {
    expect(dateOrderOf("Published 03/04/2024, updated 13/04/2024")).toBe("day first");
    expect(dateOrderOf("03/04/2024 and 04/13/2024")).toBe("month first");
    expect(dateOrderOf("13/04/2024 and 04/13/2024")).toBeUndefined();
    expect(dateOrderOf("03/04/2024")).toBeUndefined();
    expect(readDateTime("03/04/2024 21:42", "day first")).toMatchObject({ day: 3, month: 4 });
    expect(readDateTime("03/04/2024 21:42", "month first")).toMatchObject({ day: 4, month: 3 });
    expect(readDateTime("24/11/2024 21:42")).toMatchObject({ day: 24, month: 11 });
  });

  it("keeps the abbreviation of several zones, and the zone of one for all the year", () => {
    expect(readDateTime("3 March 2024 21:42 IST")).toEqual({ ...evening, zoneName: "IST" });
    expect(readDateTime("3 March 2024 21:42 ET")).toEqual({ ...evening, zone: "America/New_York" });
    expect(readDateTime("9:42 pm Hong Kong time, 3 March 2024")).toEqual({ ...evening, zone: "Asia/Hong_Kong" });
  });

  it("finds a time among other words of a line, and a day without a time", () => {
    expect(findTime("All News 21:42 March 3, 2024")).toEqual({ clock: evening, isDay: false, words: "All News" });
    expect(findTime("March 3, 2024")).toMatchObject({ isDay: true, clock: { day: 3, hour: 0 }, words: "" });
    expect(findTime("listopada 3, 2024")).toBeUndefined();
  });

  it.each([
    ["3 March 2024, 12:05 am", 0, 5],
    ["3 March 2024, 12:05 pm", 12, 5],
    ["3 March 2024, 9 am", 9, 0],
    ["00:00, 3 March 2024", 0, 0],
  ])("reads the hour of %s", (text, hour, minute) => {
    expect(readDateTime(text)).toEqual({ ...evening, hour, minute });
  });

  it.each([
    ["a date without a time", "March 3, 2024"],
    ["a time without a date", "21:42"],
    ["an ambiguous order of day and month", "03/04/2024 21:42"],
    ["a day that does not exist", "21:42, February 30, 2024"],
    ["an hour that does not exist", "24:42, March 3, 2024"],
    ["thirteen o'clock in the afternoon", "13:42 pm, March 3, 2024"],
    ["a minute that does not exist", "21:60, March 3, 2024"],
    ["an offset that does not exist", "2024-03-03T21:42:00+25:00"],
    ["a text with more than a time", "21:42, March 3, 2024 by the quay"],
    ["an empty text", ""],
  ])("returns undefined for %s", (_, text) => {
    expect(readDateTime(text)).toBeUndefined();
  });
});
