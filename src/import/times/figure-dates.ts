import { fullYear, midnightUtc } from "../../syntax/calendar.ts";
import { ok, type Result } from "../../syntax/result.ts";
import type { Clock } from "./clock.ts";
import type { NumberGroup } from "./time-pieces.ts";
import { type DayOrder, impossible, notUnderstood, type TimeFault } from "./time-reading.ts";

type FigureDate = {
  readonly date: Pick<Clock, "year" | "month" | "day">;
  readonly order: { readonly kind: DayOrder; readonly mark: string };
  readonly isShortYear: boolean;
};

/**
 * The dates that figures such as `03/04/2024` may mean. A year of four digits in front is followed by the month
 * everywhere. Orders that give no day of the calendar are left out. The error says that none does.
 */
export function figureDates({ mark, texts }: NumberGroup): Result<readonly FigureDate[], TimeFault> {
  const [a = "", b = "", c = "", ...more] = texts;
  const written = texts.join(mark);
  if (c === "" || more.length > 0) return notUnderstood(`"${written}" is no whole date`);
  const date = (kind: DayOrder, year: string, month: string, day: string): readonly FigureDate[] => {
    const found = { year: fullYear(year), month: Number(month), day: Number(day) };
    const exists = found.year > 9999 || found.year < 1 || midnightUtc(found) !== undefined;
    return exists && month.length <= 2 && day.length <= 2
      ? [{ date: found, order: { kind, mark }, isShortYear: year.length <= 2 }]
      : [];
  };
  const all =
    a.length >= 4
      ? date("year first", a, b, c)
      : c.length >= 4
        ? [...date("day first", c, b, a), ...date("month first", c, a, b)]
        : [a, b, c].every(({ length }) => length <= 2)
          ? [...date("day first", c, b, a), ...date("month first", c, a, b), ...date("year first", a, b, c)]
          : [];
  return all.length > 0 ? ok(all) : impossible(`there is no day ${written}`);
}
