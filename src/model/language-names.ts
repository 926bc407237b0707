import { canonicalLanguage, englishNames, languageParts, tagOf } from "./language-tag.ts";

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];
const PAIRS = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));

/** A longer text is not the name of a language. */
const MAX_NAME = 60;

/** The characters of names, of tags and of lists of them. */
const NAME = /^[\p{L}\p{M}\p{N}\s()[\]_,;|/=.–—-]*$/u;

/** The names of languages and their tags, in folded form. They are made when the first fault asks for them. */
let namedLanguages: ReadonlyMap<string, string> | undefined;

/**
 * The tag that a text most likely means, which is not a tag: the first of a list (`en, fr`), one with a part that does
 * not exist (`en-EN`), the name of a language in English or in the language itself (`english`, `Português do Brasil`),
 * or the code of a country (`jp`). Returns undefined if nothing is likely.
 */
export function suggestLanguage(written: string): string | undefined {
  const text = written.trim();
  if (text.length > MAX_NAME || !NAME.test(text)) return undefined;
  // `en (US)`, `en-`
  const joined = text.replace(/ ?\(([A-Za-z]{2})\)$/, "-$1").replace(/[-_]$/, "");
  if (joined !== text && canonicalLanguage(joined) !== undefined) return canonicalLanguage(joined);
  const [first = ""] = text.split(/[,;|/]/);
  return (
    (first === text ? undefined : (canonicalLanguage(first) ?? suggestLanguage(first))) ??
    withoutUnknownParts(text) ??
    tagOfName(fold(text)) ??
    languageOfCountry(text)
  );
}

/** The tag without the parts that do not exist. */
function withoutUnknownParts(text: string): string | undefined {
  const parts = languageParts(text);
  if (!parts) return undefined;
  const bare = { ...parts, variants: [], rest: [] };
  return [bare, { ...bare, region: undefined }, { ...bare, script: undefined, region: undefined }]
    .map(tagOf)
    .find((tag) => tag !== undefined);
}

/** `jp` is Japan, and its language is `ja`. */
function languageOfCountry(text: string): string | undefined {
  const parts = languageParts(text);
  if (parts?.language.length !== 2 || englishNames("region").of(parts.language.toUpperCase()) === undefined)
    return undefined;
  const { language } = new Intl.Locale(`und-${parts.language}`).maximize();
  return language === "und" ? undefined : tagOf({ ...parts, language, variants: [], rest: [] });
}

/** A name alone, or a name with that of a region or a script: `English (United Kingdom)`, `US English`. */
function tagOfName(name: string): string | undefined {
  namedLanguages ??= new Map(PAIRS.flatMap(namesOf));
  const alone = namedLanguages.get(name) ?? OTHER_NAMES[name];
  if (alone !== undefined) return alone;
  const base = longest([...namedLanguages.keys()].filter((each) => hasWords(name, each)));
  const language = base === undefined ? undefined : namedLanguages.get(base);
  if (base === undefined || language === undefined) return tagOfForeignName(name) ?? tagOfMisspelling(name);
  const regions = PAIRS.map((pair) => pair.toUpperCase()).filter((code) => englishNames("region").of(code));
  const tags = [...regions, "Hans", "Hant", "Latn", "Cyrl", "Arab"].map((part) => `${language}-${part}`);
  // Some have a name of their own: American English, Simplified Chinese.
  const dialect = tags.find((tag) => fold(englishNames("language").of(tag) ?? "") === name);
  if (dialect !== undefined) return canonicalLanguage(dialect);
  const rest = name.replace(base, " ");
  const additions = tags.flatMap((tag) => additionsOf(tag, language).map((addition) => [fold(addition), tag] as const));
  const said = longest(additions.map(([addition]) => addition).filter((each) => hasWords(rest, each)));
  return canonicalLanguage(additions.find(([addition]) => addition === said)?.[1] ?? language);
}

/** Names that are as usual as the one that Intl has. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  american: "en-US",
  brazilian: "pt-BR",
  cantonese: "yue",
  castellano: "es",
  castilian: "es",
  dari: "fa-AF",
  farsi: "fa",
  filipino: "fil",
  flamand: "nl-BE",
  flemish: "nl-BE",
  gaelic: "gd",
  mandarin: "zh",
  moldovan: "ro-MD",
  myanmar: "my",
  persian: "fa",
  taiwanese: "nan",
  tagalog: "tl",
  valencian: "ca-valencia",
  vlaams: "nl-BE",
};

/** The languages of many who write the name of a language in their own: `Englisch`, `anglais`, `inglés`. */
const NAMING_LANGUAGES = "ar de es fa fr he it ja ko nl pl pt ru tr uk zh".split(" ");

/** Made when a fault asks for it, since it takes longer than a whole article. */
let foreignNames: ReadonlyMap<string, string> | undefined;

function tagOfForeignName(name: string): string | undefined {
  foreignNames ??= new Map(NAMING_LANGUAGES.flatMap(namesIn));
  return foreignNames.get(name);
}

function namesIn(locale: string): readonly (readonly [string, string])[] {
  const names = new Intl.DisplayNames(locale, { type: "language", fallback: "none" });
  return [...new Set(namedLanguages?.values())].map((tag) => [fold(names.of(tag) ?? tag), tag] as const);
}

/** A shorter name is one letter away from too many others. */
const MIN_MISSPELT = 5;

/** The language whose name has one letter more, one less, or another one. Returns undefined if several have. */
function tagOfMisspelling(name: string): string | undefined {
  if (name.length < MIN_MISSPELT) return undefined;
  const near = [...(namedLanguages ?? [])].filter(([known]) => isOneLetterAway(known, name)).map(([, tag]) => tag);
  return new Set(near).size === 1 ? near[0] : undefined;
}

function isOneLetterAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  const [restOfA, restOfB] = [a.slice(same), b.slice(same)];
  const swapped = `${restOfA[1] ?? ""}${restOfA[0] ?? ""}${restOfA.slice(2)}`;
  return (
    restOfA.slice(1) === restOfB.slice(1) ||
    restOfA.slice(1) === restOfB ||
    restOfA === restOfB.slice(1) ||
    swapped === restOfB
  );
}

/** The code of a tag's region or script, and its names in English and in the language. */
function additionsOf(tag: string, language: string): readonly string[] {
  const [, code = ""] = tag.split("-");
  const type = code.length === 2 ? "region" : "script";
  const own = new Intl.DisplayNames(language, { type, fallback: "none" }).of(code);
  return [code, englishNames(type).of(code) ?? "", own ?? "", ...(code === "GB" ? ["UK"] : [])].filter(Boolean);
}

function namesOf(code: string): readonly (readonly [string, string])[] {
  const english = englishNames("language").of(code);
  const tag = canonicalLanguage(code);
  if (english === undefined || tag === undefined) return [];
  const own = new Intl.DisplayNames(code, { type: "language", fallback: "none" }).of(code);
  return [english, own ?? english].map((name) => [fold(name), tag] as const);
}

function longest(texts: readonly string[]): string | undefined {
  return texts.toSorted((a, b) => b.length - a.length)[0];
}

/** Whether the words are in the text as whole words. Scripts without spaces have no limits of words. */
function hasWords(text: string, words: string): boolean {
  const at = text.indexOf(words);
  if (at === -1 || words === "") return false;
  const isLetter = (character: string | undefined) => character !== undefined && /[\p{Ll}\p{Lu}]/u.test(character);
  return (
    !(isLetter(text[at - 1]) && isLetter(words[0])) && !(isLetter(text[at + words.length]) && isLetter(words.at(-1)))
  );
}

/** Without capitals and accents, which people leave out. */
function fold(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/[\s()[\]]+/g, " ")
    .trim();
}
