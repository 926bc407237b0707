import type { Publication } from "../../model/publication.ts";
import type { Labels } from "./labels/label-table.ts";
import { LABELS, labelKey, labelsFor } from "./labels/labels-for.ts";
import { languageFacts } from "./language-facts.ts";

export type Direction = "ltr" | "rtl";

/**
 * The language of a page, which is that of its publication. `tag` is a BCP 47 language tag. `zone` is the time zone in
 * which the page tells times; without one, each time is told in its own zone.
 */
export type PageLanguage = {
  readonly tag: string;
  readonly direction: Direction;
  readonly labels: Labels;
  readonly zone?: string | undefined;
};

/** The right-to-left scripts of living languages, by ISO 15924 code. */
const RIGHT_TO_LEFT = new Set(["Adlm", "Arab", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"]);

/** The direction of the language's script. Not every engine has `Intl.Locale.getTextInfo`. */
export function directionOf(tag: string): Direction {
  return RIGHT_TO_LEFT.has(languageFacts(tag).script ?? "") ? "rtl" : "ltr";
}

export function pageLanguage(tag: string, zone?: string): PageLanguage {
  return { tag, direction: directionOf(tag), labels: labelsFor(tag), ...(zone !== undefined && { zone }) };
}

/** The language and the time zone of the pages of a publication. */
export function pageOf({ language, timeZone }: Pick<Publication, "language" | "timeZone">): PageLanguage {
  return pageLanguage(language, timeZone);
}

/**
 * The language of the labels of an article: that of the article, so that its corrections and times read as one text
 * with it, or that of the page if we have no labels in the article's language.
 *
 * @param tag the language of the article
 */
export function storyLanguage(tag: string, page: PageLanguage): PageLanguage {
  if (tag === page.tag) return page;
  const key = labelKey(tag);
  return key in LABELS && key !== labelKey(page.tag) ? pageLanguage(tag, page.zone) : page;
}

/** The attributes that mark a change of language. `dir` is there only if the direction changes too. */
type LanguageMark = { readonly lang?: string; readonly dir?: Direction };

/** The attributes of an element whose text is in the language `tag`. Returns none if that is the page's language. */
export function markText(tag: string, page: PageLanguage): LanguageMark {
  if (tag === page.tag) return {};
  const direction = directionOf(tag);
  return direction === page.direction ? { lang: tag } : { lang: tag, dir: direction };
}

/**
 * The attributes of a label inside an element whose text is in the language `tag`. Regions do not count: English labels
 * need no mark inside British English.
 */
export function markLabel(tag: string, page: PageLanguage): LanguageMark {
  if (tag === page.tag) return {};
  if (languageFacts(tag).language === languageFacts(page.tag).language) return {};
  return { lang: page.tag, dir: page.direction };
}
