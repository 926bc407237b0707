import { arabic } from "./labels/ar.ts";
import { german } from "./labels/de.ts";
import { english } from "./labels/en.ts";
import { spanish } from "./labels/es.ts";
import { persian } from "./labels/fa.ts";
import { french } from "./labels/fr.ts";
import { hebrew } from "./labels/he.ts";
import { italian } from "./labels/it.ts";
import { japanese } from "./labels/ja.ts";
import { korean } from "./labels/ko.ts";
import type { Labels } from "./labels/label-table.ts";
import { dutch } from "./labels/nl.ts";
import { polish } from "./labels/pl.ts";
import { portuguese } from "./labels/pt.ts";
import { russian } from "./labels/ru.ts";
import { turkish } from "./labels/tr.ts";
import { ukrainian } from "./labels/uk.ts";
import { simplifiedChinese } from "./labels/zh-hans.ts";
import { traditionalChinese } from "./labels/zh-hant.ts";

/** By primary language subtag (BCP 47), and by script for Chinese, which is written in two. */
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

/** The labels for a language tag: its region is ignored (zh-TW still leads to zh-Hant), English stands in for a language not listed. */
export function labelsFor(tag: string): Labels {
  const { language, script } = new Intl.Locale(tag).maximize();
  return LABELS[language] ?? LABELS[`${language}-${script}`] ?? english;
}
