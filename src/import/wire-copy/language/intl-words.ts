/**
 * Words that dates are made of, in every language that `Intl` knows, so that there are no tables of them here. They are
 * collected when one is looked up.
 */
type DateWords = {
  /** The months that a name or its abbreviation stands for. More than one where languages differ. */
  readonly months: ReadonlyMap<string, ReadonlySet<number>>;
  /** Names of days, and the words that stand between the parts of a date: "at", "um", "de", "года". */
  readonly fillers: ReadonlySet<string>;
  /** Words for before and after noon. */
  readonly halves: ReadonlyMap<string, "am" | "pm">;
};

/** Languages whose regions name the months in ways of their own. */
const REGIONAL = ["ar-DZ", "ar-IQ", "ar-LB", "ar-MA", "ar-TN", "de-AT", "es-PE", "sr-Latn", "zh-Hant"];
const LETTERS = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index));
const GREGORIAN = { calendar: "gregory", numberingSystem: "latn", timeZone: "UTC" } as const;

/**
 * `Intl` takes two seconds to give the words of all languages, so it is asked for English, then for the languages of
 * most news pages, and for all others only if neither has the word.
 */
const STAGES: readonly (() => readonly string[])[] = [
  () => ["en"],
  () =>
    [
      ...[
        "de",
        "es",
        "fr",
        "it",
        "pt",
        "nl",
        "pl",
        "ru",
        "uk",
        "tr",
        "sv",
        "da",
        "nb",
        "fi",
        "cs",
        "hr",
        "hu",
        "ro",
        "el",
      ],
    ]
      .concat(["ar", "fa", "he", "hi", "ur", "bn", "ja", "ko", "zh", "zh-Hant", "id", "vi", "th"])
      .concat(REGIONAL.filter((language) => /^(?:ar|de|es)/.test(language))),
  () => knownLanguages(),
];
const collected: DateWords[] = [];

/** The languages with a code of two letters that this machine's `Intl` has data for, and some of their regions. */
export function knownLanguages(): readonly string[] {
  return Intl.DateTimeFormat.supportedLocalesOf([
    ...LETTERS.flatMap((first) => LETTERS.map((second) => first + second)),
    ...REGIONAL,
  ]);
}

/** A word as it is looked up: small letters, no full stops, no marks of direction. */
export function foldWord(word: string): string {
  return word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[.\u200E\u200F\u061C]/g, "")
    .normalize("NFC");
}

/** The month that a word names. Undefined if languages differ about it, as about "listopada". */
export function monthNamed(word: string): number | undefined {
  const name = foldWord(word);
  const found = lookUp(({ months }) => months.get(name), STAGES.length);
  return found?.size === 1 ? [...found][0] : undefined;
}

/** Whether a word is the name of a day, or one that stands between the parts of a date. */
export function isFiller(word: string): boolean {
  const name = foldWord(word);
  return lookUp(({ fillers }) => (fillers.has(name) ? true : undefined), 2) ?? false;
}

/** The half of the day that a word names. */
export function halfNamed(word: string): "am" | "pm" | undefined {
  const name = foldWord(word).replace(/\s+/g, "");
  return lookUp(({ halves }) => halves.get(name), 2);
}

function lookUp<T>(find: (words: DateWords) => T | undefined, stages: number): T | undefined {
  for (let stage = 0; stage < stages; stage += 1) {
    collected[stage] ??= collect(STAGES[stage]?.() ?? []);
    const words = collected[stage];
    const found = words && find(words);
    if (found !== undefined) return found;
  }
  return undefined;
}

function collect(languages: readonly string[]): DateWords {
  const months = new Map<string, Set<number>>();
  const fillers = new Set<string>();
  const halves = new Map<string, "am" | "pm">();
  for (const language of languages) {
    collectMonths(language, months);
    collectFillers(language, fillers, halves);
  }
  return { months, fillers, halves };
}

function collectMonths(language: string, months: Map<string, Set<number>>): void {
  for (const month of ["long", "short"] as const)
    for (const day of [{}, { day: "numeric" }] as const) {
      const format = new Intl.DateTimeFormat(language, { ...GREGORIAN, month, ...day });
      for (let index = 0; index < 12; index += 1) {
        const part = format.formatToParts(Date.UTC(2024, index, 1)).find(({ type }) => type === "month");
        const name = foldWord(part?.value ?? "");
        // "11月" is read as a number.
        if (!/^\D{2,}$/.test(name)) continue;
        const known = months.get(name);
        if (known === undefined) months.set(name, new Set([index + 1]));
        else known.add(index + 1);
      }
    }
}

function collectFillers(language: string, fillers: Set<string>, halves: Map<string, "am" | "pm">): void {
  const add = (text: string) => {
    for (const word of foldWord(text).match(/[\p{L}\p{M}]+/gu) ?? []) fillers.add(word);
  };
  for (const weekday of ["long", "short"] as const) {
    const format = new Intl.DateTimeFormat(language, { ...GREGORIAN, weekday });
    for (let day = 1; day <= 7; day += 1) add(format.format(Date.UTC(2024, 0, day)));
  }
  const full = new Intl.DateTimeFormat(language, { ...GREGORIAN, dateStyle: "full", timeStyle: "short" });
  for (const { type, value } of full.formatToParts(Date.UTC(2024, 0, 1))) if (type === "literal") add(value);
  const clock = new Intl.DateTimeFormat(language, { ...GREGORIAN, hour: "numeric", hour12: true });
  for (const [hour, half] of [
    [1, "am"],
    [13, "pm"],
  ] as const) {
    const period = clock.formatToParts(Date.UTC(2024, 0, 1, hour)).find(({ type }) => type === "dayPeriod");
    const name = foldWord(period?.value ?? "").replace(/\s+/g, "");
    if (name !== "" && !halves.has(name)) halves.set(name, half);
  }
}
