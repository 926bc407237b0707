const LANGUAGES = ["en", "de", "es", "fr", "it", "pt", "nl", "ru", "ar", "he", "tr"];
const LETTERS = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));

let names: ReadonlySet<string> | undefined;

/** Whether a text is the name of a country in one of the languages of most news pages. */
export function isCountry(text: string): boolean {
  names ??= collect();
  return names.has(text.trim().toLowerCase());
}

function collect(): ReadonlySet<string> {
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  return new Set(
    LANGUAGES.flatMap((language) => {
      const display = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
      return codes.flatMap((code) => display.of(code)?.toLowerCase() ?? []);
    }),
  );
}
