import { countriesOf, scriptsOf } from "./intl-locales.ts";
import { isUnspaced, joinedWords, timeTokens } from "./time-tokens.ts";

/** The parts of a time that a number may be. */
export type NumberField = "year" | "day" | "hour" | "minute" | "second";

/**
 * The meaning of a name in one language. `hours` of a period such as AM are the hours of the day that it names.
 * A filler stands between the parts of a time and has no meaning: "de", "um".
 */
export type NameRole =
  | { readonly kind: "month"; readonly month: number }
  | { readonly kind: "weekday"; readonly weekday: number }
  | { readonly kind: "period"; readonly hours: ReadonlySet<number> }
  | { readonly kind: "era"; readonly calendar: string }
  | { readonly kind: "filler" };

/** A name as words and numbers: `p. m.` is `p`, `m`, and `1月` is `#1`, `月`. */
export type TimeName = { readonly tokens: readonly string[]; readonly role: NameRole };

/** The names and habits of one language, as Intl writes times in it. `names` are by their first word. */
export type LanguageNames = {
  readonly language: string;
  readonly names: ReadonlyMap<string, readonly TimeName[]>;
  /** Words right behind a number that tell what it is: 年 behind a year, h behind an hour. */
  readonly markers: ReadonlyMap<string, NumberField>;
  /** Whether hours and minutes have a full stop between them. */
  readonly hasDottedTime: boolean;
  /** Calendars that the language uses by default. Most use `gregory`. */
  readonly calendars: ReadonlySet<string>;
};

type Options = Intl.DateTimeFormatOptions;
const UTC: Options = { timeZone: "UTC" };
const STANDALONE: readonly Options[] = [{ month: "long" }, { month: "short" }];
const DATES: readonly Options[] = [
  { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  { weekday: "short", day: "numeric", month: "short", year: "numeric" },
];
const STYLES: readonly Options[] = [
  { dateStyle: "full", timeStyle: "full" },
  { dateStyle: "full", timeStyle: "long" },
  { dateStyle: "long", timeStyle: "medium" },
  { dateStyle: "medium", timeStyle: "medium" },
  { day: "numeric", month: "long" },
  { weekday: "long" },
  { weekday: "short" },
  { day: "numeric", month: "long", year: "numeric", hour: "numeric", minute: "numeric" },
];
const PERIODS: readonly Options[] = [
  { hour: "numeric", hour12: true },
  { hour: "numeric", hour12: true, minute: "numeric", second: "numeric" },
  { hour: "numeric", hour12: true, dayPeriod: "short" },
  { hour: "numeric", hour12: true, dayPeriod: "long" },
];
const HOURS: readonly Options[] = [{ hour: "numeric", hour12: false }, { timeStyle: "medium" }];

/**
 * The names of months and days and what stands between them: enough to tell which languages a time may be in.
 *
 * @param countries locales that differ from the others in the names of months only
 */
export function quickNames(language: string, locales: readonly string[], countries: readonly string[]): LanguageNames {
  const builder = new NamesBuilder(language);
  for (const locale of locales) {
    builder.addDates(locale, [...STANDALONE, ...DATES]);
    builder.addCalendar(locale);
  }
  builder.addLatinPeriods("m", ".m");
  for (const locale of countries) builder.addDates(locale, STANDALONE);
  return builder.names();
}

/** What Intl writes in times of a language where `tag` says, or where most people use it. */
export function nearNames(language: string, tag?: string): LanguageNames {
  return nearBuilder(language, tag).names();
}

/** Everything that Intl writes in times of a language, in all countries where it is the usual one. */
export function fullNames(language: string, tag?: string): LanguageNames {
  const builder = nearBuilder(language, tag);
  for (const locale of countriesOf(language)) {
    builder.addDates(locale, [...STANDALONE, ...DATES]);
    builder.addHours(locale, PERIODS.slice(0, 1));
  }
  return builder.names();
}

function nearBuilder(language: string, tag: string | undefined): NamesBuilder {
  const builder = new NamesBuilder(language);
  for (const locale of scriptsOf(language, tag)) {
    builder.addDates(locale, [...STANDALONE, ...DATES, ...STYLES]);
    builder.addHours(locale, PERIODS);
    builder.addEra(locale);
    builder.addFieldNames(locale);
  }
  builder.addLatinPeriods(".m");
  return builder;
}

class NamesBuilder {
  readonly #language: string;
  readonly #names = new Map<string, TimeName[]>();
  readonly #periods = new Map<string, Set<number>>();
  readonly #markers = new Map<string, Set<NumberField>>();
  readonly #calendars = new Set<string>();
  #hasDottedTime = false;

  constructor(language: string) {
    this.#language = language;
  }

  names(): LanguageNames {
    for (const [name, hours] of this.#periods) this.#add(name.split(" "), { kind: "period", hours });
    const markers = [...this.#markers].flatMap(([word, fields]) => {
      const [field, ...others] = fields;
      return field !== undefined && others.length === 0 ? [[word, field] as const] : [];
    });
    for (const names of this.#names.values()) names.sort((a, b) => b.tokens.length - a.tokens.length);
    return {
      language: this.#language,
      names: this.#names,
      markers: new Map(markers),
      hasDottedTime: this.#hasDottedTime,
      calendars: this.#calendars,
    };
  }

  /** Twelve days show every month, and every day of the week. */
  addDates(locale: string, all: readonly Options[]): void {
    for (const options of all) {
      const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, { ...options, ...UTC });
      for (let month = 1; month <= 12; month += 1) {
        const weekday = month % 7;
        const first = new Date(Date.UTC(2024, month - 1, 20)).getUTCDay();
        const date = Date.UTC(2024, month - 1, 20 + ((weekday - first + 7) % 7), 13, 14, 15);
        this.#addParts(format.formatToParts(date), month, weekday);
      }
    }
  }

  #addParts(parts: readonly Intl.DateTimeFormatPart[], month: number, weekday: number): void {
    for (const [at, { type, value }] of parts.entries()) {
      const next = parts[at + 1];
      if (type === "month") this.#add(wholeName(parts, at), { kind: "month", month });
      else if (type === "weekday") this.#add(wholeName(parts, at), { kind: "weekday", weekday });
      else if (type === "literal") this.#addFillers(value);
      else if (type === "era") this.#add(nameTokens(value), { kind: "era", calendar: "gregory" });
      else if (isField(type)) {
        this.#addFillers(value);
        if (next?.type === "literal") this.#mark(next.value, type);
      }
    }
  }

  addHours(locale: string, periods: readonly Options[]): void {
    const format = (options: Options) => new Intl.DateTimeFormat(`${locale}-u-nu-latn`, { ...options, ...UTC });
    for (const options of periods) {
      const clock = format(options);
      for (let hour = 0; hour < 24; hour += 1)
        for (const { type, value } of clock.formatToParts(Date.UTC(2024, 0, 1, hour)))
          if (type === "dayPeriod") this.#addPeriod(nameTokens(value), hour);
          else if (type === "literal") this.#addFillers(value);
    }
    for (const options of HOURS) {
      const parts = format(options).formatToParts(Date.UTC(2024, 0, 1, 13, 14, 15));
      this.#addParts(parts, 1, 1);
      const between = parts[parts.findIndex(({ type }) => type === "hour") + 1];
      if (between?.value === "." && parts.some(({ type }) => type === "minute")) this.#hasDottedTime = true;
    }
  }

  /** AM and PM, which Intl has in most languages, and a.m. and p.m., which it has for some countries. */
  addLatinPeriods(...endings: readonly string[]): void {
    for (let hour = 0; hour < 24; hour += 1)
      for (const ending of endings) this.#addPeriod(nameTokens((hour < 12 ? "a" : "p") + ending), hour);
  }

  addCalendar(locale: string): void {
    this.#calendars.add(new Intl.DateTimeFormat(locale).resolvedOptions().calendar);
  }

  /** The words for the era of the calendar that a language uses by default, such as the Buddhist one. */
  addEra(locale: string): void {
    const format = new Intl.DateTimeFormat(locale, { dateStyle: "full", ...UTC });
    const { calendar } = format.resolvedOptions();
    this.#calendars.add(calendar);
    for (const calendarOfEra of new Set([calendar, "gregory"])) {
      const named = `${locale}-u-ca-${calendarOfEra}-nu-latn`;
      for (const options of [{ dateStyle: "full" }, { dateStyle: "long" }, { year: "numeric", era: "short" }] as const)
        for (const { type, value } of new Intl.DateTimeFormat(named, { ...options, ...UTC }).formatToParts(0))
          if (type === "era") this.#add(nameTokens(value), { kind: "era", calendar: calendarOfEra });
    }
  }

  /** The words for day and year, which Vietnamese puts before the number. A word with another meaning keeps it. */
  addFieldNames(locale: string): void {
    const names = new Intl.DisplayNames(locale, { type: "dateTimeField" });
    for (const field of ["day", "year"] as const) {
      const tokens = nameTokens(names.of(field) ?? "");
      const [first = ""] = tokens;
      if (!this.#names.has(first) && !this.#markers.has(tokens.join(""))) this.#add(tokens, { kind: "filler" });
    }
  }

  #addPeriod(tokens: readonly string[], hour: number): void {
    if (tokens.length === 0) return;
    const key = tokens.join(" ");
    this.#periods.set(key, (this.#periods.get(key) ?? new Set()).add(hour));
  }

  #addFillers(text: string): void {
    for (const token of timeTokens(text)) if (token.kind === "word") this.#add([token.text], { kind: "filler" });
  }

  #mark(text: string, field: NumberField): void {
    const word = joinedWords(timeTokens(text), 0).join("");
    if (word !== "") this.#markers.set(word, (this.#markers.get(word) ?? new Set()).add(field));
  }

  #add(tokens: readonly string[], role: NameRole): void {
    const [first] = tokens;
    if (first === undefined || tokens.every((each) => each.startsWith("#"))) return;
    const known = this.#names.get(first) ?? [];
    const isKnown = known.some((each) => sameRole(each.role, role) && each.tokens.join(" ") === tokens.join(" "));
    if (!isKnown) this.#names.set(first, [...known, { tokens, role }]);
  }
}

/** The words and numbers of a name. Marks, such as the full stop of an abbreviation, do not count. */
function nameTokens(name: string): readonly string[] {
  return timeTokens(name).flatMap((token) =>
    token.kind === "mark" ? [] : [token.kind === "number" ? `#${token.value}` : token.text],
  );
}

/**
 * A name with the letters that are joined to it: Hebrew writes "in January" as one word, and Chinese 1月 in two parts.
 */
function wholeName(parts: readonly Intl.DateTimeFormatPart[], at: number): readonly string[] {
  const { value = "" } = parts[at] ?? {};
  const [before, behind] = [parts[at - 1], parts[at + 1]];
  const isNumber = /^\p{Nd}+$/u.test(value);
  const isJoining = !isUnspaced(value) && !isNumber;
  const head =
    before?.type === "literal" && isJoining ? (/(?<![\p{L}\p{M}])[\p{L}\p{M}]+$/u.exec(before.value)?.[0] ?? "") : "";
  const tail = behind?.type === "literal" ? (/^[\p{L}\p{M}]*/u.exec(behind.value)?.[0] ?? "") : "";
  return nameTokens(
    (isUnspaced(head) ? "" : head) + value + (isNumber || (isJoining && !isUnspaced(tail)) ? tail : ""),
  );
}

function isField(type: string): type is NumberField {
  return type === "year" || type === "day" || type === "hour" || type === "minute" || type === "second";
}

function sameRole(a: NameRole, b: NameRole): boolean {
  if (a.kind === "month" && b.kind === "month") return a.month === b.month;
  if (a.kind === "weekday" && b.kind === "weekday") return a.weekday === b.weekday;
  if (a.kind === "era" && b.kind === "era") return a.calendar === b.calendar;
  return a.kind === b.kind;
}
