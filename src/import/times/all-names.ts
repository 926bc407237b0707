import { countriesOf, inScript, intlLanguages, unicodeScript } from "./intl-locales.ts";
import { fullNames, type LanguageNames, nearNames, quickNames } from "./language-names.ts";
import type { TimeToken } from "./time-tokens.ts";

/** The names in all languages of one script, and for each word the languages in which it may name a month. */
type ScriptNames = {
  readonly languages: ReadonlyMap<string, LanguageNames>;
  readonly withMonth: ReadonlyMap<string, ReadonlySet<string>>;
};

const worked = new Map<string, LanguageNames>();
const byScript = new Map<string, ScriptNames>();
const codes = new Map<2 | 3, readonly string[]>();

/**
 * The names of one language: `near` where `tag` says or where most people use it, `full` in all countries where it is
 * the usual one. To work out the names of a country takes a few milliseconds, and English is usual in sixty.
 */
export function namesOf(extent: "near" | "full", language: string, tag?: string): LanguageNames {
  const key = `${extent} ${tag ?? language}`;
  const known = worked.get(key);
  if (known) return known;
  const names = extent === "near" ? nearNames(language, tag) : fullNames(language, tag);
  worked.set(key, names);
  return names;
}

/**
 * The languages in which a word of a text may begin the name of a month, with their names.
 *
 * @param letters the length of the languages' codes
 */
export function languagesOf(tokens: readonly TimeToken[], letters: 2 | 3): ReadonlyMap<string, LanguageNames> {
  const found = new Map<string, LanguageNames>();
  const words = tokens.filter((token) => token.kind !== "mark");
  for (const script of scriptsIn(tokens, letters)) {
    const { languages, withMonth } = namesInScript(script, letters);
    for (const word of words)
      for (const language of withMonth.get(word.kind === "number" ? `#${word.value}` : word.text) ?? []) {
        const names = languages.get(language);
        if (names) found.set(language, names);
      }
  }
  return found;
}

/** Is worked out once for a script, when a word is met that is neither English nor of the document's language. */
function namesInScript(script: string, letters: 2 | 3): ScriptNames {
  const key = `${script} ${letters}`;
  const known = byScript.get(key);
  if (known) return known;
  const languages = new Map<string, LanguageNames>();
  const withMonth = new Map<string, Set<string>>();
  for (const language of languageCodes(letters)) {
    // English was tried before.
    const locales = language === "en" ? [] : inScript(language, script);
    if (locales.length === 0) continue;
    const quick = quickNames(language, locales, locales.includes(language) ? countriesOf(language) : []);
    languages.set(language, quick);
    for (const [first, group] of quick.names)
      if (group.some(({ role }) => role.kind === "month"))
        withMonth.set(first, (withMonth.get(first) ?? new Set()).add(language));
  }
  const names = { languages, withMonth };
  byScript.set(key, names);
  return names;
}

function languageCodes(letters: 2 | 3): readonly string[] {
  const known = codes.get(letters) ?? intlLanguages(letters);
  codes.set(letters, known);
  return known;
}

/** The scripts of the words of a text, of those that some language with such a code is written in. */
function scriptsIn(tokens: readonly TimeToken[], letters: 2 | 3): readonly string[] {
  const text = tokens.flatMap((token) => (token.kind === "word" ? token.raw : [])).join(" ");
  const known = scripts.get(letters) ?? usualScripts(letters);
  scripts.set(letters, known);
  return known.filter((script) => letterOf(script).test(text));
}

const scripts = new Map<2 | 3, readonly string[]>();

function usualScripts(letters: 2 | 3): readonly string[] {
  const usual = languageCodes(letters).map((language) => unicodeScript(new Intl.Locale(language).maximize().script));
  return [...new Set(usual)].filter((script) => script !== undefined);
}

const letterPatterns = new Map([["Latn", letterPattern("Latn")]]);

function letterOf(script: string): RegExp {
  const pattern = letterPatterns.get(script) ?? letterPattern(script);
  letterPatterns.set(script, pattern);
  return pattern;
}

function letterPattern(script: string): RegExp {
  return new RegExp(`\\p{Script=${script}}`, "u");
}
