import { fullYear } from "../../syntax/calendar.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { type Clock, realClock, weekdayOf } from "./clock.ts";
import { figureDates } from "./figure-dates.ts";
import type { LanguageNames, NameRole } from "./language-names.ts";
import { guessed, repaired, type TimeNote } from "./time-note.ts";
import { type NumberGroup, type TimePieces, timePieces } from "./time-pieces.ts";
import { impossible, notUnderstood, type TimeFault, type TimeReading } from "./time-reading.ts";
import type { TimeToken } from "./time-tokens.ts";

type DateOnly = Pick<Clock, "year" | "month" | "day">;

/** What the beginning of the text has said already. */
export type KnownParts = {
  readonly date?: DateOnly;
  readonly time?: Pick<Clock, "hour" | "minute" | "second">;
};

/**
 * Reads a time in one language. Several readings differ in the order of day and month. The error says what is not
 * understood, or does not exist.
 */
export function readInLanguage(
  tokens: readonly TimeToken[],
  language: LanguageNames,
  known: KnownParts,
  isLenient: boolean,
): Result<readonly TimeReading[], TimeFault> {
  const sorted = timePieces(tokens, language, { isLenient, hasTime: known.time !== undefined });
  if (!sorted.ok) return sorted;
  const pieces = withDottedTime(sorted.value, language, known);
  const all: { readonly cost: number; readonly reading: TimeReading }[] = [];
  let fault: TimeFault | undefined;
  for (const roles of combinations(pieces.names)) {
    const read = readRoles(pieces, roles, language, known);
    if (read.ok) all.push(...read.value.map((reading) => ({ reading, cost: costOf(reading, roles) })));
    else fault ??= read.error;
  }
  const least = Math.min(...all.map(({ cost }) => cost));
  const found = all.flatMap(({ cost, reading }) => (cost === least ? reading : []));
  return found.length > 0 ? ok(distinct(found)) : fault === undefined ? notUnderstood("it is no time") : err(fault);
}

/**
 * A meaning that makes the weekday wrong is less likely than one that does not: 日 is Sunday and the sign of a day. An
 * era that could be something else is less likely still.
 */
function costOf({ notes }: TimeReading, roles: readonly NameRole[]): number {
  return notes.filter(({ kind }) => kind === "repaired").length + (roles.some(({ kind }) => kind === "era") ? 0.5 : 0);
}

/** Words may have two meanings: "mar" is March and Tuesday in Spanish. Tries each of at most 64 combinations. */
function combinations(names: readonly (readonly NameRole[])[]): readonly (readonly NameRole[])[] {
  return names.reduce<readonly (readonly NameRole[])[]>(
    (all, roles) => all.flatMap((before) => roles.map((role) => [...before, role])).slice(0, 64),
    [[]],
  );
}

function readRoles(
  pieces: TimePieces,
  roles: readonly NameRole[],
  language: LanguageNames,
  known: KnownParts,
): Result<readonly TimeReading[], TimeFault> {
  const months = roles.flatMap((role) => (role.kind === "month" ? role.month : []));
  const weekdays = new Set(roles.flatMap((role) => (role.kind === "weekday" ? role.weekday : [])));
  const periods = roles.flatMap((role) => (role.kind === "period" ? role.hours : []));
  const eras = roles.flatMap((role) => (role.kind === "era" ? role.calendar : []));
  if (months.length > 1) return notUnderstood("it names two months");
  if (weekdays.size > 1) return notUnderstood("it names two days of the week");
  const time = known.time ? ok(known.time) : timeOfDay(pieces.time, periods);
  if (!time.ok) return time;
  const dates = datesIn(pieces, months[0], known);
  if (!dates.ok) return dates;
  const isDateOnly = !known.time && pieces.time === undefined;
  const midnight = isDateOnly ? [guessed("a date without a time of day was read as midnight")] : [];
  const readings: TimeReading[] = [];
  let fault: TimeFault | undefined;
  for (const { date, order, isShortYear } of dates.value) {
    const year = yearOf(date.year, isShortYear, eras, language);
    if (!year.ok) return year;
    const clock = realClock({ ...date, year: year.value.year, ...time.value });
    if (!clock.ok) fault ??= { message: clock.error, isFinal: true };
    else
      readings.push({
        clock: clock.value,
        ...(pieces.zone && { zone: pieces.zone }),
        ...(order && { order }),
        notes: [...midnight, ...year.value.notes],
      });
  }
  const [weekday] = weekdays;
  return readings.length > 0
    ? ok(onWeekday(readings, weekday, time.value.hour === 24))
    : fault === undefined
      ? notUnderstood("it has no date")
      : err(fault);
}

type FoundDate = {
  readonly date: DateOnly;
  readonly order?: TimeReading["order"];
  readonly isShortYear: boolean;
};

function datesIn(
  { numbers, groups }: TimePieces,
  month: number | undefined,
  known: KnownParts,
): Result<readonly FoundDate[], TimeFault> {
  if (known.date) {
    if (month !== undefined || numbers.length > 0 || groups.length > 0)
      return notUnderstood("it has more than one date");
    return ok([{ date: known.date, isShortYear: false }]);
  }
  const [group, another] = groups;
  if (month === undefined) {
    if (!group) return notUnderstood("it has no date");
    if (another || numbers.length > 0) return notUnderstood("it has more numbers than a time has");
    return figureDates(group);
  }
  if (groups.length > 0) return notUnderstood("it names a month and has a date in figures");
  return namedDate(numbers, month);
}

/** The day and the year beside the name of a month. A year has four digits, or is the last of two numbers. */
function namedDate(numbers: TimePieces["numbers"], month: number): Result<readonly FoundDate[], TimeFault> {
  if (numbers.length !== 2)
    return notUnderstood(numbers.length < 2 ? "the day or the year is missing" : "it has too many numbers");
  const isYear = ({ text, field }: TimePieces["numbers"][number]) => text.length >= 4 || field === "year";
  const [first, last] = numbers;
  if (!first || !last) return notUnderstood("the day or the year is missing");
  const [year, day] = isYear(first) && !isYear(last) ? [first, last] : [last, first];
  if (year.text.length === 3 || day.text.length > 2)
    return impossible(`there is no day ${day.text} and year ${year.text}`);
  const isShortYear = year.text.length <= 2;
  return ok([{ date: { year: fullYear(year.text), month, day: Number(day.text) }, isShortYear }]);
}

function timeOfDay(
  written: readonly string[] | undefined,
  periods: readonly ReadonlySet<number>[],
): Result<Pick<Clock, "hour" | "minute" | "second">, TimeFault> {
  const [hour = 0, minute = 0, second = 0] = (written ?? []).map(Number);
  const [period, ...others] = periods;
  if (!period) return ok({ hour, minute, second });
  if (!written) return notUnderstood("it names a part of the day without an hour");
  // A day of 24 hours with AM or PM says the same twice.
  const possible = hour > 12 ? [hour] : [hour % 12, (hour % 12) + 12];
  const [meant, another] = possible.filter((each) => [period, ...others].every((hours) => hours.has(each)));
  if (meant === undefined || another !== undefined)
    return impossible(`the hour ${hour} does not fit the part of the day`);
  return ok({ hour: meant, minute, second });
}

/** The year of our era. A text may count in the calendar that its language uses by default. */
function yearOf(
  year: number,
  isShort: boolean,
  eras: readonly string[],
  { calendars }: LanguageNames,
): Result<{ readonly year: number; readonly notes: readonly TimeNote[] }, TimeFault> {
  const [era] = eras;
  if (era === "buddhist") return ok({ year: year - BUDDHIST_YEARS, notes: [] });
  if (era !== undefined && era !== "gregory") return impossible(`it is in the ${era} calendar`);
  const others = [...calendars].filter((calendar) => calendar !== "gregory");
  if (era !== undefined || others.length === 0) return ok({ year, notes: [] });
  if (isShort) return impossible(`a year of two digits may be of the ${others.join(" or ")} calendar`);
  if (others.includes("buddhist") && year >= 2400)
    return ok({
      year: year - BUDDHIST_YEARS,
      notes: [guessed("the year was read as one of the Buddhist calendar, which counts 543 more")],
    });
  if (year < 1700) return impossible(`the year ${year} may be of the ${others.join(" or ")} calendar`);
  return ok({ year, notes: [] });
}

const BUDDHIST_YEARS = 543;

/** The weekday decides between two orders of day and month. A wrong one does not make a date wrong. */
export function onWeekday(
  readings: readonly TimeReading[],
  weekday: number | undefined,
  isNextDay: boolean,
): readonly TimeReading[] {
  if (weekday === undefined) return readings;
  // The hour 24 is midnight of the next day, and the text names the day before it.
  const right = readings.filter(({ clock }) => (weekdayOf(clock) + (isNextDay ? 6 : 0)) % 7 === weekday);
  if (right.length > 0) return right;
  const note = repaired("a weekday did not fit the date and was ignored");
  return readings.map((reading) => ({ ...reading, notes: [...reading.notes, note] }));
}

/** Finds the time of day that is written with full stops. */
function withDottedTime(pieces: TimePieces, language: LanguageNames, known: KnownParts): TimePieces {
  const { groups, time } = pieces;
  const hasMonth = pieces.names.some((roles) => roles.some(({ kind }) => kind === "month"));
  const isDate = ({ mark, texts }: NumberGroup) =>
    mark !== "." || (texts.length === 3 && texts.some(({ length }) => length === 4));
  // A full stop may end an ordinal number: "Jan 31. 2024".
  const pairs = groups.filter(({ texts }) => texts.length === 2 && texts.some((t) => t.length === 4));
  if (hasMonth && pairs.length === 1 && pieces.numbers.length === 0)
    return withDottedTime(
      {
        ...pieces,
        numbers: pairs.flatMap(({ texts }) => texts.map((text) => ({ text }))),
        groups: groups.filter((each) => !pairs.includes(each)),
      },
      language,
      known,
    );
  if (time !== undefined || known.time) return pieces;
  const dotted = groups.filter((group) => !isDate(group));
  const hasDate = hasMonth || known.date !== undefined || groups.some(isDate);
  const found = hasDate ? dotted[0] : dotted.length > 1 && language.hasDottedTime ? dotted[1] : undefined;
  const [hour, minute, second, fraction] = found?.texts ?? [];
  // Oracle writes the parts of a second behind a full stop, too.
  const texts = fraction !== undefined && fraction.length > 2 ? [hour, minute, second] : (found?.texts ?? []);
  const isTime = texts.length <= 3 && texts.slice(1).every((text) => text?.length === 2);
  if (!found || !isTime) return pieces;
  return { ...pieces, time: texts.flatMap((text) => text ?? []), groups: groups.filter((group) => group !== found) };
}

/** Readings that mean the same time in the same zone are one: 05/05/2024 says nothing about the order. */
function distinct(readings: readonly TimeReading[]): readonly TimeReading[] {
  const byMeaning = new Map<string, TimeReading>();
  for (const reading of readings) {
    const key = JSON.stringify([reading.clock, reading.zone]);
    const known = byMeaning.get(key);
    if (!known) byMeaning.set(key, reading);
    else if (known.order?.kind !== reading.order?.kind) {
      const { order: _, ...orderless } = known;
      byMeaning.set(key, orderless);
    }
  }
  return [...byMeaning.values()];
}
