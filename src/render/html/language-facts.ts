import { remember } from "../../syntax/remember.ts";

/** What a language tag says. `script` is the one that the language is written in if the tag names none (ISO 15924). */
type LanguageFacts = {
  readonly language: string;
  readonly region: string | undefined;
  readonly script: string | undefined;
};

/** Reads a language tag (BCP 47). */
export const languageFacts = remember((tag): LanguageFacts => {
  const locale = new Intl.Locale(tag);
  return { language: locale.language, region: locale.region, script: locale.maximize().script };
});
