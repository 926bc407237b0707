import { midnightUtc } from "../../syntax/calendar.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { type Clock, clockInUtc } from "./clock.ts";

type DateOnly = Pick<Clock, "year" | "month" | "day">;

/** Digits of whole epoch seconds, milliseconds, microseconds and nanoseconds, for times from 1973 to 5138. */
const EPOCH = /^(-?\d{9,11}|\d{12,14}|\d{15,17}|\d{18,20})(?:[.,]\d+)?$/;
const JSON_DATE = /^\\?\/Date\((-?\d{1,16})(?:[+-]\d{4})?\)\\?\/$/;

/** Reads milliseconds since the epoch as .NET writes them in JSON: `/Date(…)/`. Returns undefined for other texts. */
export function readJsonDate(text: string): Result<Clock, string> | undefined {
  const [, written] = JSON_DATE.exec(text) ?? [];
  return written === undefined ? undefined : clockAt(Number(written));
}

/**
 * Reads digits that count seconds, milliseconds or smaller parts since the epoch. Returns undefined for other texts.
 * Fourteen digits may also be a date and a time, which `readDigits` tries first.
 */
export function readEpoch(text: string): Result<Clock, string> | undefined {
  const [, digits] = EPOCH.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const { length } = digits.replace("-", "");
  const value = Number(digits);
  if (length <= 11) return clockAt(value * 1_000);
  if (length <= 14) return clockAt(value);
  return clockAt(length <= 17 ? value / 1_000 : value / 1_000_000);
}

/** Reads a number of JSON: seconds since the epoch, or milliseconds if it is too large for seconds. */
export function readNumber(value: number): Result<Clock, string> {
  if (!Number.isFinite(value)) return err("it is no number");
  if (value === 0 || value === -1) return err(`${value} stands for "no time" in many systems`);
  return clockAt(Math.abs(value) < 100_000_000_000 ? value * 1_000 : value);
}

function clockAt(ms: number): Result<Clock, string> {
  if (ms < Date.parse("0001-01-01T00:00:00Z") || ms > Date.parse("9999-12-31T23:59:59Z"))
    return err("it lies outside of the years 1 to 9999");
  return ok(clockInUtc(ms));
}

const BASIC = /^(\d{4})(\d\d)(\d\d)(?:(?:T|\s+)?(\d\d)(\d\d)(?:(\d\d)(?:[.,]\d+)?)?)?(?=$|[\sZz+-])/i;
const WEEK = /^(\d{4})-?W(\d\d)(?:-?([1-9]))?(?=$|[\sT])/i;
const ORDINAL = /^(\d{4})(?:-(\d{3})|(\d{3})(?=$|T))(?=$|[\sT])/i;
/** A date with hyphens before a time in the basic form. */
const PLAIN = /^(\d{4})-(\d\d)-(\d\d)(?=T\d{4}(?:\d\d)?(?:[.,]\d+)?(?:$|[\sZ+-]))/i;
const BASIC_TIME = /^T(\d\d)(\d\d)(?:(\d\d)(?:[.,]\d+)?)?(?=$|[\sZ+-])/i;

/** A date that begins a text in a notation without names, the time if it is joined to the date, and the rest. */
export type LeadingDate = {
  readonly date: DateOnly;
  readonly time?: Pick<Clock, "hour" | "minute" | "second">;
  readonly rest: string;
};

/**
 * Reads ISO 8601's basic form (`20240131T101500Z`), week (`2024-W05-3`) and ordinal day (`2024-031`), and what
 * databases print as fourteen digits. Returns undefined if the text is none of them.
 */
export function readDigits(text: string): Result<LeadingDate, string> | undefined {
  const basic = BASIC.exec(text);
  if (basic) {
    const [all, year, month, day, hour, minute, second = "0"] = basic;
    const date = { year: Number(year), month: Number(month), day: Number(day) };
    // Without T, fourteen digits may count milliseconds instead. What is no date is left to `readEpoch`.
    if (!/T/i.test(all) && (midnightUtc(date) === undefined || date.year < 1600 || date.year > 2399)) return undefined;
    const time =
      hour === undefined ? undefined : { hour: Number(hour), minute: Number(minute), second: Number(second) };
    return ok({ date, ...(time && { time }), rest: text.slice(all.length) });
  }
  const week = WEEK.exec(text);
  if (week) {
    const [all, year, number, day = "1"] = week;
    const date = dateInWeek(Number(year), Number(number), Number(day));
    return date ? ok({ date, ...joinedTime(text.slice(all.length)) }) : err(`there is no day ${all}`);
  }
  const plain = PLAIN.exec(text);
  if (plain) {
    const [all, year, month, day] = plain;
    return ok({
      date: { year: Number(year), month: Number(month), day: Number(day) },
      ...joinedTime(text.slice(all.length)),
    });
  }
  const ordinal = ORDINAL.exec(text);
  if (!ordinal) return undefined;
  const [all, year, dashed, joined] = ordinal;
  const date = dateAt(Date.UTC(Number(year), 0, Number(dashed ?? joined)));
  return date.year === Number(year)
    ? ok({ date, ...joinedTime(text.slice(all.length)) })
    : err(`there is no day ${all}`);
}

/** The time of day in the basic form behind a date (`T150000Z`), and the rest. */
function joinedTime(text: string): Pick<LeadingDate, "time" | "rest"> {
  const [all, hour, minute, second = "0"] = BASIC_TIME.exec(text) ?? [];
  if (all === undefined) return { rest: text };
  const time = { hour: Number(hour), minute: Number(minute), second: Number(second) };
  return { time, rest: text.slice(all.length) };
}

/** ISO 8601: week 1 has the year's first Thursday, and Monday is day 1. */
function dateInWeek(year: number, week: number, day: number): DateOnly | undefined {
  if (week < 1 || day > 7) return undefined;
  const mondayOf = (each: number) => {
    const fourth = new Date(Date.UTC(each, 0, 4));
    return fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * 86_400_000;
  };
  const found = mondayOf(year) + ((week - 1) * 7 + day - 1) * 86_400_000;
  return mondayOf(year) + (week - 1) * 7 * 86_400_000 < mondayOf(year + 1) ? dateAt(found) : undefined;
}

function dateAt(ms: number): DateOnly {
  const { year, month, day } = clockInUtc(ms);
  return { year, month, day };
}
