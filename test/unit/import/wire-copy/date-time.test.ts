import { describe, expect, it } from "vitest";
import { readDateTime } from "../../../../src/import/wire-copy/date-time.ts";

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
  ])("reads the zone of %s", (text, offset) => {
    expect(readDateTime(text)).toEqual({ ...evening, offset });
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
    ["an ambiguous abbreviation of a zone", "21:42 EST, March 3, 2024"],
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
