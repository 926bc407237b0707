import { withAsciiDigits } from "./digits.ts";
import { foldWord } from "./intl-words.ts";

const UNITS = ["second", "minute", "hour", "day", "week", "month", "year"] as const;
/** Numbers of every grammatical form that a language may have. */
const NUMBERS = [1, 2, 3, 5, 11, 21];
const LANGUAGES = [
  ..."ar bn cs da de el en es fa fi fr he hi hr hu id it ja ko nb nl pl pt ro ru sv th tr uk ur vi zh zh-Hant".split(
    " ",
  ),
];
const SHORT_ENGLISH =
  /^(?:(?:a |an |about |over )?#? ?(?:s|secs?|m|mins?|h|hrs?|hours?|d|days?|w|wks?) ago|just now|moments? ago)$/;
const MAX_LENGTH = 60;

let forms: ReadonlySet<string> | undefined;

/** Whether a text is a time such as "2 hours ago", which means another moment whenever it is read. */
export function isRelativeTime(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  const form = formOf(text);
  return SHORT_ENGLISH.test(form) || (/#|^\p{L}+$/u.test(form) && known().has(form));
}

function formOf(text: string): string {
  return withAsciiDigits(foldWord(text)).replace(/\d+/g, "#").replace(/\s+/g, " ").trim();
}

function known(): ReadonlySet<string> {
  forms ??= new Set(LANGUAGES.flatMap(formsIn));
  return forms;
}

function formsIn(language: string): readonly string[] {
  return (["long", "short", "narrow"] as const).flatMap((style) => {
    const always = new Intl.RelativeTimeFormat(language, { style });
    const named = new Intl.RelativeTimeFormat(language, { style, numeric: "auto" });
    return UNITS.flatMap((unit) => [
      ...NUMBERS.map((number) => formOf(always.format(-number, unit))),
      ...(unit === "day" ? [formOf(named.format(-1, unit)), formOf(named.format(0, unit))] : []),
    ]);
  });
}
