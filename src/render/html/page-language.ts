import type { Labels } from "./labels/label-table.ts";
import { labelsFor } from "./labels/labels-for.ts";

export type Direction = "ltr" | "rtl";

/** The language a page is in: that of its publication. `tag` is a BCP 47 language tag. */
export type PageLanguage = { readonly tag: string; readonly direction: Direction; readonly labels: Labels };

/** The scripts of living languages that run from right to left, by ISO 15924 code. */
const RIGHT_TO_LEFT = new Set(["Adlm", "Arab", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"]);

/** `Intl.Locale.getTextInfo` is not there in every engine, so the script decides. */
export function directionOf(tag: string): Direction {
  return RIGHT_TO_LEFT.has(new Intl.Locale(tag).maximize().script ?? "") ? "rtl" : "ltr";
}

export function pageLanguage(tag: string): PageLanguage {
  return { tag, direction: directionOf(tag), labels: labelsFor(tag) };
}

type LanguageMark = { readonly lang?: string; readonly dir?: Direction };

/** Attributes for text in `tag` on a page that may be in another language. */
export function markText(tag: string, page: PageLanguage): LanguageMark {
  if (tag === page.tag) return {};
  const direction = directionOf(tag);
  return direction === page.direction ? { lang: tag } : { lang: tag, dir: direction };
}

/** Attributes for the page's own words inside text in `tag`. English labels need no mark inside British English. */
export function markLabel(tag: string, page: PageLanguage): LanguageMark {
  if (new Intl.Locale(tag).language === new Intl.Locale(page.tag).language) return {};
  return { lang: page.tag, dir: page.direction };
}
