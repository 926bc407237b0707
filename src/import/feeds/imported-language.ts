import { suggestLanguage } from "../../model/language-names.ts";
import { canonicalLanguage } from "../../model/language-tag.ts";
import type { ImportNote } from "./import-note.ts";

/**
 * The language that an entry says it has, as a language tag (BCP 47). A text that is no tag, such as `english`, is
 * guessed, with a note that asks; without a guess, the note says that it is lost, and the article has the language of
 * the publication.
 */
export function importedLanguage(written: string | undefined): ImportedLanguage {
  const said = written?.trim() ?? "";
  if (said === "") return {};
  if (last?.said !== said) last = { said, found: languageNamed(said) };
  return last.found;
}

type ImportedLanguage = { readonly language?: string; readonly note?: ImportNote };

/** Nearly all entries of a document name the same language, and asking the platform takes a tenth of an import. */
let last: { readonly said: string; readonly found: ImportedLanguage } | undefined;

function languageNamed(said: string): ImportedLanguage {
  const tag = canonicalLanguage(said);
  if (tag !== undefined) return { language: tag };
  const guess = suggestLanguage(said);
  const message = "a language that is not a language tag (BCP 47)";
  const found = JSON.stringify(said.slice(0, MAX_FOUND));
  return guess === undefined
    ? { note: { kind: "lost", message, found } }
    : {
        language: guess,
        note: { kind: "guessed", message: `${message}: did you mean ${guess}? It is used`, found },
      };
}

/** The characters of the source that a note quotes. */
const MAX_FOUND = 60;
