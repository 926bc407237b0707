import { foldWord, monthNamed } from "./language/intl-words.ts";

export type CalendarDate = { readonly year: number; readonly month: number; readonly day: number };

/** Which of the two figures in "03/02/2021" is the day. */
export type DateOrder = "day first" | "month first";

/** A date found in a text, and the text with a space in its place. */
export type TakenDate = { readonly date: CalendarDate; readonly rest: string };

type Token = { readonly text: string; readonly start: number; readonly end: number };

const YEAR_FIRST = /(?<!\d)(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)(?:T(?=\d))?/i;
const EAST_ASIAN = /(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/;
const YEAR_LAST = /(?<![\d/.-])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)/;
/** "03.03.24": with full stops, the year stands last. */
const SHORT_YEAR = /(?<![\d/.:-])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d\d)(?![\d.:])/;
const YEARS_LAST = new RegExp(YEAR_LAST.source, "g");
const TOKEN = /\d+|[\p{L}\p{M}][\p{L}\p{M}.'’]*|[^\s\p{L}\p{M}\d]/gu;
const ORDINAL = /^(?:st|nd|rd|th|er|re|e|º|ª|°)$/i;
const BETWEEN = /^(?:[.,/\-–]|of|de|del|dei|di|en|ב)$/i;
const MAX_BETWEEN = 4;

/** Takes the first date out of a text of ASCII digits; undefined if there is none, or if it cannot be a date. */
export function takeDate(text: string, order: DateOrder | undefined): TakenDate | undefined {
  const figures = EAST_ASIAN.exec(text) ?? YEAR_FIRST.exec(text);
  if (figures) {
    const [all, year, ...others] = figures;
    const [month, day] = others.filter((part) => /\d/.test(part));
    return taken(text, figures.index, figures.index + all.length, Number(year), Number(month), Number(day));
  }
  const last = YEAR_LAST.exec(text);
  if (last) {
    const [all, first, mark, second, year] = last;
    const dayIsFirst = isDayFirst(Number(first), mark ?? "", Number(second), order);
    if (dayIsFirst === undefined) return undefined;
    const [day, month] = dayIsFirst ? [first, second] : [second, first];
    return taken(text, last.index, last.index + all.length, Number(year), Number(month), Number(day));
  }
  const short = /\d{4}/.test(text) ? null : SHORT_YEAR.exec(text);
  if (short) {
    const [all, day, month, year] = short;
    return taken(text, short.index, short.index + all.length, 2000 + Number(year), Number(month), Number(day));
  }
  return takeNamed(text);
}

/** The order of day and month that the dates of a whole document settle: one of them has a figure above 12. */
export function dateOrderOf(document: string): DateOrder | undefined {
  const orders = new Set<DateOrder>();
  for (const [, first, mark, second] of document.matchAll(YEARS_LAST)) {
    if (first === second) continue;
    const dayIsFirst = mark === "." ? undefined : isDayFirst(Number(first), mark ?? "", Number(second), undefined);
    if (dayIsFirst !== undefined) orders.add(dayIsFirst ? "day first" : "month first");
  }
  return orders.size === 1 ? [...orders][0] : undefined;
}

/** Full stops between figures stand behind ordinals, and no language orders those by month. */
function isDayFirst(first: number, mark: string, second: number, order: DateOrder | undefined): boolean | undefined {
  if (mark === "." || first > 12 || first === second) return true;
  if (second > 12) return false;
  return order === undefined ? undefined : order === "day first";
}

/** "3 February 2021", "February 3, 2021", "2021. február 3.", "3 de febrero de 2021", "3 بناير 2021". */
function takeNamed(text: string): TakenDate | undefined {
  if (!/\d{4}/.test(text)) return undefined;
  const tokens = [...text.matchAll(TOKEN)].map(
    (match): Token => ({ text: match[0], start: match.index, end: match.index + match[0].length }),
  );
  for (const [index, token] of tokens.entries()) {
    if (!/^[\p{L}\p{M}]/u.test(token.text) || ORDINAL.test(token.text)) continue;
    const before = numberBeside(tokens, index, -1);
    const after = numberBeside(tokens, index + nameLength(tokens, index) - 1, 1);
    if (before === undefined && after === undefined) continue;
    const month = monthAt(tokens, index);
    if (month === undefined) continue;
    const found = arrange(tokens, before, after);
    if (found) return taken(text, found.start, found.end, found.year, month, found.day);
  }
  return undefined;
}

/** Arabic months of the Levant have two words. */
function nameLength(tokens: readonly Token[], index: number): number {
  const next = tokens[index + 1]?.text ?? "";
  if (!/^\p{L}/u.test(next)) return 1;
  return monthNamed(`${tokens[index]?.text} ${next}`) === undefined ? 1 : 2;
}

function monthAt(tokens: readonly Token[], index: number): number | undefined {
  const name = tokens[index]?.text ?? "";
  const two = nameLength(tokens, index) === 2 ? `${name} ${tokens[index + 1]?.text}` : name;
  // Hebrew writes "in" as the first letter of the month.
  return monthNamed(two) ?? (/^ב../.test(name) ? monthNamed(name.slice(1)) : undefined);
}

/** The nearest number before or behind a token, across full stops, ordinal endings and "de". */
function numberBeside(tokens: readonly Token[], index: number, step: 1 | -1): number | undefined {
  for (let at = index + step, passed = 0; passed <= MAX_BETWEEN; at += step, passed += 1) {
    const token = tokens[at];
    if (token === undefined) return undefined;
    if (/^\d/.test(token.text)) return at;
    if (step === 1 && isSecondName(tokens, at)) at += nameLength(tokens, at) - 1;
    else if (!BETWEEN.test(token.text) && !ORDINAL.test(token.text)) return undefined;
  }
  return undefined;
}

/** Arabic pages write a month twice: "نوفمبر/تشرين الثاني". */
function isSecondName(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.text === "/" && monthAt(tokens, at) !== undefined;
}

function arrange(tokens: readonly Token[], before: number | undefined, after: number | undefined) {
  const [first, second] = [tokens[before ?? -1], tokens[after ?? -1]];
  if (first && second && isDay(first) && isYear(second))
    return { day: Number(first.text), year: Number(second.text), start: first.start, end: second.end };
  if (first && second && isYear(first) && isDay(second))
    return { day: Number(second.text), year: Number(first.text), start: first.start, end: second.end };
  if (!second || !isDay(second) || after === undefined) return undefined;
  const last = tokens[numberBeside(tokens, after, 1) ?? -1];
  const name = tokens.slice(0, after).findLast(({ text }) => /^[\p{L}\p{M}]/u.test(text) && !BETWEEN.test(text));
  if (!last || !isYear(last) || !name) return undefined;
  return { day: Number(second.text), year: Number(last.text), start: name.start, end: last.end };
}

function isDay({ text }: Token): boolean {
  return text.length <= 2 && Number(text) >= 1 && Number(text) <= 31;
}

function isYear({ text }: Token): boolean {
  return /^[12]\d{3}$/.test(text);
}

function taken(text: string, start: number, end: number, year: number, month: number, day: number) {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  if (year < 1 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return { date: { year, month, day }, rest: `${text.slice(0, start)} ${text.slice(end)}` };
}

/** Whether a word is the name of a month, for the day in a dateline: "Nov. 24", "24 nov", "11月24日". */
export function isMonthName(word: string): boolean {
  return foldWord(word).length >= 3 && monthNamed(word) !== undefined;
}
