import { remembered } from "../syntax/remembered.ts";

/**
 * Language tags (BCP 47, RFC 5646) as people and programs write them: with underscores, with the parts in another order
 * or with the additions of POSIX, Java and WordPress. Nothing here guesses; `suggestLanguage` does.
 */

/**
 * The tags that RFC 5646 section 2.1 lists as irregular or regular and that `Intl` refuses, with the tags that the
 * registry prefers. The list is closed. Tags without a preferred one are not in it. `zh-CHS` and `zh-CHT` are of .NET.
 */
const OLD_TAGS: Readonly<Record<string, string>> = {
  "en-gb-oed": "en-GB-oxendict",
  "i-ami": "ami",
  "i-bnn": "bnn",
  "i-hak": "hak",
  "i-klingon": "tlh",
  "i-lux": "lb",
  "i-navajo": "nv",
  "i-pwn": "pwn",
  "i-tao": "tao",
  "i-tay": "tay",
  "i-tsu": "tsu",
  "no-bok": "nb",
  "no-nyn": "nn",
  "sgn-be-fr": "sfb",
  "sgn-be-nl": "vgt",
  "sgn-ch-de": "sgg",
  "zh-chs": "zh-Hans",
  "zh-cht": "zh-Hant",
  "zh-guoyu": "zh",
  "zh-hakka": "hak",
  "zh-min-nan": "nan",
  "zh-xiang": "hsn",
};

/** The languages that have extended language subtags (RFC 5646 section 4.5). The extension alone is canonical. */
const MACRO_LANGUAGES: ReadonlySet<string> = new Set(["ar", "kok", "lv", "ms", "sgn", "sw", "uz", "zh"]);

/** What POSIX writes after `@`, as a part of a tag. Others, such as `euro`, are not about the language. */
const POSIX_MODIFIERS: Readonly<Record<string, string>> = {
  arabic: "Arab",
  cyrillic: "Cyrl",
  devanagari: "Deva",
  latin: "Latn",
  valencia: "valencia",
};

/** WordPress names its translations so. The forms of address have no part in a tag. */
const WORDPRESS_VARIANTS: Readonly<Record<string, string>> = { formal: "", informal: "", ao90: "ao1990" };

/** A language as programs write it: parts, then a charset, then a modifier. */
const WRITTEN = /^([a-z]{1,8}(?:[-_]#?[a-z0-9]{1,8})*)(?:\.[a-z0-9-]{1,20})?(?:@([a-z]{1,20}))?$/i;

/** The parts of a tag up to its extensions. `rest` begins with the first part of one letter (`u`, `x`). */
export type LanguageParts = {
  readonly language: string;
  readonly script: string | undefined;
  readonly region: string | undefined;
  readonly variants: readonly string[];
  readonly rest: readonly string[];
};

/**
 * The canonical tag, such as `pt-BR` for `pt_BR`, `he` for `iw` and `zh-Hant-TW` for `zh_TW_#Hant`. Returns undefined
 * if the text is not a tag, or if it names a language, a script or a region that does not exist (`jp`, `en-EN`).
 */
export const canonicalLanguage = remembered((written: string): string | undefined => {
  const parts = languageParts(written);
  return parts && tagOf(parts);
});

/** Reads the parts of a tag without a check of their values. Returns undefined if the text cannot be a tag. */
export function languageParts(written: string): LanguageParts | undefined {
  const [, tag, modifier = ""] = WRITTEN.exec(written.trim()) ?? [];
  if (tag === undefined) return undefined;
  const plain = tag.toLowerCase().replaceAll("_", "-").replaceAll("#", "");
  const named = (OLD_TAGS[plain] ?? plain).toLowerCase().split("-");
  const single = named.findIndex((part, index) => index > 0 && part.length === 1);
  const [language = "", ...others] = single === -1 ? named : named.slice(0, single);
  const known = [...others, POSIX_MODIFIERS[modifier.toLowerCase()]?.toLowerCase() ?? ""]
    .map((part) => WORDPRESS_VARIANTS[part] ?? part)
    .filter((part) => part !== "");
  const [extended] = MACRO_LANGUAGES.has(language) ? known.filter((part) => /^[a-z]{3}$/.test(part)) : [];
  const own = known.filter((part) => part !== extended);
  const script = own.find((part) => /^[a-z]{4}$/.test(part));
  const region = own.find((part) => /^(?:[a-z]{2}|\d{3})$/.test(part));
  return {
    language: extended ?? language,
    script,
    region,
    variants: own.filter((part) => part !== script && part !== region),
    rest: single === -1 ? [] : named.slice(single),
  };
}

/** The canonical tag of the parts. Returns undefined if they make no tag, or one of its values does not exist. */
export function tagOf({ language, script, region, variants, rest }: LanguageParts): string | undefined {
  const joined = [language, script, region, ...variants, ...rest].filter((part) => part !== undefined).join("-");
  const locale = localeOf(joined);
  if (!locale) return undefined;
  const [code = ""] = locale.toString().split("-");
  // RFC 5646 section 2.2.1: four letters are reserved, and no language of five to eight letters is registered.
  if (code.length > 3 || (code.length === 2 && !isKnown("language", code))) return undefined;
  if (locale.script !== undefined && !isKnown("script", locale.script)) return undefined;
  if (locale.region !== undefined && !isKnown("region", locale.region)) return undefined;
  return locale.toString();
}

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    // The platform throws on a tag that is not well-formed.
    return undefined;
  }
}

/** Whether the platform has an English name for the code. */
function isKnown(type: "language" | "region" | "script", code: string): boolean {
  return englishNames(type).of(code) !== undefined;
}

const names = new Map<string, Intl.DisplayNames>();

/** The English names of languages, regions or scripts. A name is undefined if the code does not exist. */
export function englishNames(type: "language" | "region" | "script"): Intl.DisplayNames {
  const made = names.get(type) ?? new Intl.DisplayNames("en", { type, fallback: "none" });
  names.set(type, made);
  return made;
}
