import { languageFacts } from "../language-facts.ts";
import { arabic } from "./ar.ts";
import { german } from "./de.ts";
import { english } from "./en.ts";
import { spanish } from "./es.ts";
import { persian } from "./fa.ts";
import { french } from "./fr.ts";
import { hebrew } from "./he.ts";
import { italian } from "./it.ts";
import { japanese } from "./ja.ts";
import { korean } from "./ko.ts";
import type { Labels } from "./label-table.ts";
import { dutch } from "./nl.ts";
import { polish } from "./pl.ts";
import { portuguese } from "./pt.ts";
import { russian } from "./ru.ts";
import { turkish } from "./tr.ts";
import { ukrainian } from "./uk.ts";
import { simplifiedChinese } from "./zh-hans.ts";
import { traditionalChinese } from "./zh-hant.ts";

/** The labels by primary language subtag (BCP 47), for Chinese with its script. */
export const LABELS: Readonly<Record<string, Labels>> = {
  ar: arabic,
  de: german,
  en: english,
  es: spanish,
  fa: persian,
  fr: french,
  he: hebrew,
  it: italian,
  ja: japanese,
  ko: korean,
  nl: dutch,
  pl: polish,
  pt: portuguese,
  ru: russian,
  tr: turkish,
  uk: ukrainian,
  "zh-Hans": simplifiedChinese,
  "zh-Hant": traditionalChinese,
};

/** The key in `LABELS` for a language tag. The region counts only if it implies a script: `zh-TW` is `zh-Hant`. */
export function labelKey(tag: string): string {
  const { language, script } = languageFacts(tag);
  return language in LABELS ? language : `${language}-${script}`;
}

/** The labels for a language tag. Returns the English labels for a language that has none. */
export function labelsFor(tag: string): Labels {
  return LABELS[labelKey(tag)] ?? english;
}
