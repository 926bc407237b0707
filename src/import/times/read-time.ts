import { err, ok, type Result } from "../../syntax/result.ts";
import { languagesOf, namesOf } from "./all-names.ts";
import { type Clock, realClock } from "./clock.ts";
import { languageOfTag } from "./intl-locales.ts";
import type { LanguageNames } from "./language-names.ts";
import { type KnownParts, onWeekday, readInLanguage } from "./language-time.ts";
import { offsetOfLongName } from "./long-zone-names.ts";
import { readDigits, readEpoch, readJsonDate, readNumber } from "./time-notations.ts";
import { guessed } from "./time-note.ts";
import { strangeMark } from "./time-pieces.ts";
import type { TimeReading } from "./time-reading.ts";
import { type TimeToken, timeTokens } from "./time-tokens.ts";
import { namedZone, type WrittenZone, zoneOfWord } from "./zone.ts";

/** Longer texts are no times. Also bounds the work for texts that are made to cost time. */
const MAX_LENGTH = 200;

/** An example for messages. */
export const RIGHT_TIME = "Wed, 02 Oct 2019 15:00:00 +0200 or 2019-10-02T15:00:00+02:00";

type Readings = Result<readonly TimeReading[], string>;

/**
 * Reads a time in any notation that feeds and exports use: RFC 822 and its relatives, RFC 3339, the forms of ISO 8601,
 * seconds and milliseconds since the epoch, what programming languages and databases print, and dates with names in
 * every language of Intl.
 *
 * Gives several readings if the text does not say whether the day or the month comes first. The error says in a few
 * words why the text is no time, or a time that does not exist. Nothing is guessed without a note.
 *
 * @param language the tag of the document's language, which decides if a name has several meanings
 */
export function readTime(written: string | number, language?: string): Readings {
  if (typeof written === "number") {
    const read = readNumber(written);
    return read.ok ? ok([inUtc(read.value)]) : read;
  }
  const inJson = readJsonDate(written.trim());
  if (inJson) return inJson.ok ? ok([inUtc(inJson.value)]) : inJson;
  const commentless = withoutComments(written);
  if (commentless === undefined) return err("a parenthesis is not closed");
  // Go prints the reading of a second clock behind a time.
  const text = commentless.replace(/ m=[+-][\d.]+$/, "");
  if (text === "") return err("it is empty");
  if (text.length > MAX_LENGTH) return err(`it has more than ${MAX_LENGTH} characters`);
  if (/^-?[01]$/.test(text)) return err(`${text} stands for "no time" in many systems`);
  if (!/\p{Nd}/u.test(text)) return err("it has no number");
  const day = wholeDay(text);
  if (day) return readWholeDay(day.date, day.note);
  const digits = readDigits(text);
  if (digits && !digits.ok) return digits;
  if (!digits) {
    const epoch = readEpoch(text);
    if (epoch) return epoch.ok ? ok([inUtc(epoch.value)]) : epoch;
  }
  const { rest, zone } = withoutZoneName(digits?.value.rest.replace(/^T(?=\d)/i, "") ?? text);
  const tokens = timeTokens(rest);
  const mark = strangeMark(tokens);
  if (mark !== undefined) return err(`"${mark}" has no place in a time`);
  const read = readWords(tokens, language, digits?.value ?? {});
  const other = zone ?? zoneInComment(written);
  if (!read.ok || !other) return read;
  return ok(read.value.map((reading) => ({ ...reading, zone: reading.zone ?? other })));
}

/** A zone in the parentheses at the end: `10:15:00 (CET)`. An offset before them counts more. */
function zoneInComment(written: string): WrittenZone | undefined {
  const text = written.trimEnd();
  const open = text.lastIndexOf("(");
  if (open === -1 || !text.endsWith(")")) return undefined;
  const said = text.slice(open + 1, -1).trim();
  return said.length < 2 ? undefined : (zoneOfWord(said) ?? namedZone(said));
}

function inUtc(clock: TimeReading["clock"]): TimeReading {
  return { clock, zone: { kind: "offset", minutes: 0 }, isCount: true, notes: [] };
}

/** W3C-DTF: a year or a month alone. */
function wholeDay(text: string) {
  const [, year, month] = /^(\d{4})(?:-(\d\d))?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const note = month === undefined ? "a year was read as its first moment" : "a month was read as its first moment";
  return { date: { year: Number(year), month: Number(month ?? 1), day: 1 }, note };
}

function readWholeDay(date: Pick<Clock, "year" | "month" | "day">, note: string): Readings {
  const clock = realClock({ ...date, hour: 0, minute: 0, second: 0 });
  return clock.ok ? ok([{ clock: clock.value, notes: [guessed(note)] }]) : clock;
}

/** The readings in the language that fits best: of the document, English, then any other. */
function readWords(tokens: readonly TimeToken[], tag: string | undefined, known: KnownParts): Readings {
  const language = languageOfTag(tag);
  const own =
    language === undefined || language === "en" ? [] : [[language, tag?.trim().replaceAll("_", "-")] as const];
  const nearest = [...own, ["en", undefined] as const];
  const hasWords = tokens.some(({ kind }) => kind === "word");
  let fault: string | undefined;
  for (const { extent, isLenient } of hasWords ? PASSES : PASSES.slice(0, 1)) {
    for (const [each, place] of nearest) {
      const read = readInLanguage(tokens, namesOf(extent, each, place), known, isLenient);
      if (read.ok) return read;
      // The text is whole, and says something impossible. No other language makes it right.
      if (read.error.isFinal && !isLenient) return err(read.error.message);
      fault ??= read.error.message;
    }
    // A date has two numbers at least.
    if (extent === "near" || isLenient || tokens.filter(({ kind }) => kind === "number").length < 2) continue;
    // Many more words mean something else in one of the smaller languages, which have codes of three letters.
    const read = readInOthers(tokens, known, 2) ?? readInOthers(tokens, known, 3);
    if (read) return read;
  }
  return readBehindWeekday(tokens, nearest, known) ?? err(fault ?? "it is no time");
}

/**
 * The date behind a weekday in another language: programs translate the month alone (`Sat, 31 Dez 2016`), or have a
 * spelling of their own. An English weekday that does not fit the date is noted.
 */
function readBehindWeekday(
  tokens: readonly TimeToken[],
  nearest: readonly (readonly [language: string, place: string | undefined])[],
  known: KnownParts,
): Readings | undefined {
  const [first] = tokens;
  if (first?.kind !== "word") return undefined;
  const number = tokens.findIndex(({ kind }) => kind === "number");
  const comma = tokens.findIndex(({ kind, text }) => kind === "mark" && /^[,،、]$/.test(text));
  const rest = tokens.slice(comma !== -1 && comma < number ? comma + 1 : 1);
  if (rest.filter(({ kind }) => kind === "number").length < 2) return undefined;
  const own = nearest.map(([language, place]) => readInLanguage(rest, namesOf("full", language, place), known, false));
  const read = own.find(({ ok }) => ok) ?? readInOthers(rest, known, 2) ?? readInOthers(rest, known, 3);
  if (!read?.ok) return read && err(typeof read.error === "string" ? read.error : read.error.message);
  const roles = namesOf("near", "en").names.get(first.text) ?? [];
  const weekday = roles.flatMap(({ role }) => (role.kind === "weekday" ? role.weekday : []))[0];
  return ok(onWeekday(read.value, weekday, false));
}

/** What costs most comes last. */
const PASSES = [
  { extent: "near", isLenient: false },
  { extent: "full", isLenient: false },
  { extent: "full", isLenient: true },
] as const;

/** At most so many languages are asked for every word that Intl has in them. */
const MAX_CLOSER = 12;

/** Reads the text in every language that has its words. The error names the readings if they differ. */
function readInOthers(tokens: readonly TimeToken[], known: KnownParts, letters: 2 | 3): Readings | undefined {
  const languages = [...languagesOf(tokens, letters)];
  const readIn = (names: (language: string, quick: LanguageNames) => LanguageNames) =>
    languages.flatMap(([language, quick]) => {
      const read = readInLanguage(tokens, names(language, quick), known, false);
      return read.ok ? [{ language, readings: read.value }] : [];
    });
  let found = readIn((_, quick) => quick);
  if (found.length === 0 && languages.length <= MAX_CLOSER) found = readIn((language) => namesOf("full", language));
  const [first, another] = found;
  if (!first) return undefined;
  // The one language may have another meaning for a word, as Welsh has for "am".
  const closer = another ? undefined : readInLanguage(tokens, namesOf("full", first.language), known, false);
  if (closer?.ok) return closer;
  const meaning = ({ readings }: (typeof found)[number]) =>
    JSON.stringify(readings.map(({ clock, zone }) => [clock, zone]));
  const byMeaning = new Map(found.toReversed().map((each) => [meaning(each), each]));
  if (byMeaning.size === 1) return ok(first.readings);
  const kinds = [...byMeaning.values()].toReversed().map(({ language, readings: [reading] }) => {
    const { year, month, day } = reading?.clock ?? { year: 0, month: 0, day: 0 };
    return `${year}-${month}-${day} in ${nameOfLanguage(language)}`;
  });
  return err(`it is ${kinds.join(", but ")}; the document's language would settle it`);
}

function nameOfLanguage(language: string): string {
  return new Intl.DisplayNames("en", { type: "language" }).of(language) ?? language;
}

/** An IANA zone at the end, as Java and JavaScript's Temporal print it: `[Europe/Paris]`. */
function withoutZoneName(text: string): { readonly rest: string; readonly zone: WrittenZone | undefined } {
  const long = /(?<=[\d\s])((?:[A-Z][a-z]+ ){1,4}Time)$/.exec(text);
  const minutes = long?.[1] === undefined ? undefined : offsetOfLongName(long[1]);
  if (long && minutes !== undefined) return { rest: text.slice(0, long.index), zone: { kind: "offset", minutes } };
  const match = /\[([^\][]+)\]$|(?<=\s)([A-Z][A-Za-z_]+(?:\/[\w+-]+)+)$/.exec(text);
  const zone = match && namedZone(match[1] ?? match[2] ?? "");
  return match && zone ? { rest: text.slice(0, match.index), zone } : { rest: text, zone: undefined };
}

/**
 * The text without comments in parentheses (RFC 822 section 3.4.3), which may lie in one another, and with single
 * spaces. Basque writes the time of day in parentheses: it stays. Returns undefined if a comment does not end.
 */
function withoutComments(text: string): string | undefined {
  let depth = 0;
  let kept = "";
  const pieces = text.split(/([()（）])/);
  for (const piece of pieces) {
    if (piece === "(" || piece === "（") depth += 1;
    else if (piece === ")" || piece === "）") depth -= 1;
    else if (depth === 0) kept += `${piece} `;
    if (depth < 0) return undefined;
  }
  if (depth > 0) return undefined;
  const all = pieces.filter((piece) => !/^[()（）]$/.test(piece)).join(" ");
  const hasTime = /\p{Nd}:\p{Nd}/u;
  return inOneLine(!hasTime.test(kept) && hasTime.test(all) ? all : kept);
}

function inOneLine(text: string): string {
  return text.split(/\s+/).filter(Boolean).join(" ");
}
