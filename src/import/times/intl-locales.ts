/**
 * Languages that the runtime's Intl has names for, with codes of two letters or of three. Intl does not list them, so
 * every code is asked about. The codes of three letters take about a second.
 */
export function intlLanguages(letters: 2 | 3): readonly string[] {
  const pairs = LETTERS.flatMap((a) => LETTERS.map((b) => a + b));
  const codes = letters === 2 ? pairs : pairs.flatMap((pair) => LETTERS.map((c) => pair + c));
  // A language that Intl has names for has a usual script. To ask for it first is four times as fast.
  const known = codes.filter((code) => new Intl.Locale(code).maximize().script !== undefined);
  const supported = Intl.DateTimeFormat.supportedLocalesOf(known);
  // Some codes are old names of a language in one place: "sh" is "sr-Latn".
  const languages = supported.map((locale) => new Intl.Locale(locale).language);
  return [...new Set(languages)].filter(({ length }) => length === letters);
}

/** The locale of a language in each of its scripts, and in the place that `tag` names. */
export function scriptsOf(language: string, tag?: string): readonly string[] {
  const asked = [...SCRIPTS.map((script) => `${language}-${script}`), ...(tag === undefined ? [] : [tag])];
  return [...new Set([language, ...resolved(language, asked)])];
}

/** The locale of a language in one script, such as `Latn`. Returns none if Intl does not have it. */
export function inScript(language: string, script: string): readonly string[] {
  const usual = new Intl.Locale(language).maximize().script;
  const asked = script === "Hani" ? ["Hans", "Hant"] : [script];
  const others = resolved(
    language,
    asked.filter((each) => each !== usual).map((each) => `${language}-${each}`),
  );
  return unicodeScript(usual) === script ? [language, ...others] : others;
}

/**
 * The locales of the countries where a language is the usual one, if their months have other names there: January is
 * Januar in Germany and Jänner in Austria.
 */
export function countriesOf(language: string): readonly string[] {
  regions ??= regionsByLanguage();
  const usual = monthsIn(new Intl.DateTimeFormat(language, SHORT_MONTH));
  const found = (regions.get(language) ?? []).flatMap((region) => {
    const format = new Intl.DateTimeFormat(`${language}-${region}`, SHORT_MONTH);
    return monthsIn(format) === usual ? [] : format.resolvedOptions().locale;
  });
  return [...new Set(found)].filter((locale) => locale !== language && locale.split("-")[0] === language);
}

const SHORT_MONTH: Intl.DateTimeFormatOptions = {
  month: "short",
  calendar: "gregory",
  numberingSystem: "latn",
  timeZone: "UTC",
};

function monthsIn(format: Intl.DateTimeFormat): string {
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2024, month, 15))).join(" ");
}

/** The locales that Intl has, without those that it answers with another language or another script. */
function resolved(language: string, asked: readonly string[]): readonly string[] {
  const found = asked.flatMap((each) => {
    const { locale } = new Intl.DateTimeFormat(each).resolvedOptions();
    const [, place] = each.split("-");
    return locale.split("-")[0] === language && (place === undefined || locale.includes(place)) ? locale : [];
  });
  return [...new Set(found)].filter((each) => each !== language);
}

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

/** Scripts that more than one language uses besides its usual one. */
const SCRIPTS = ["Latn", "Cyrl", "Arab", "Deva", "Hans", "Hant"];

let regions: ReadonlyMap<string, readonly string[]> | undefined;

function regionsByLanguage(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const a of LETTERS)
    for (const b of LETTERS) {
      const region = (a + b).toUpperCase();
      const { language } = new Intl.Locale(`und-${region}`).maximize();
      if (language !== "und") found.set(language, [...(found.get(language) ?? []), region]);
    }
  return found;
}

/** The language of a tag, as Intl names it. Returns undefined if the text is no tag, or Intl does not know it. */
export function languageOfTag(tag: string | undefined): string | undefined {
  if (last?.tag !== tag) last = { tag, language: readLanguage(tag) };
  return last?.language;
}

/** Nearly all times of a document are in one language, and asking the platform costs more than reading a time. */
let last: { readonly tag: string | undefined; readonly language: string | undefined } | undefined;

function readLanguage(tag: string | undefined): string | undefined {
  const written = tag?.trim().replaceAll("_", "-") ?? "";
  try {
    return written !== "" && Intl.DateTimeFormat.supportedLocalesOf(written).length > 0
      ? new Intl.Locale(written).language
      : undefined;
  } catch {
    return undefined;
  }
}

/** Unicode's name of a script that a locale names: Japanese and both kinds of Chinese use `Hani`. */
export function unicodeScript(script: string | undefined): string | undefined {
  if (script === "Hans" || script === "Hant" || script === "Jpan") return "Hani";
  return script === "Kore" ? "Hang" : script;
}
