/**
 * Characters that could deceive a terminal, a log or a person: controls (in C0 and C1, and with them escape sequences),
 * format characters that turn or hide text, line separators, private use, lone surrogates.
 */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu;

/** Turns foreign text into one harmless line of at most `max` characters. Unsafe characters become `\u{…}`. */
export function safeLine(text: string, max = 240): string {
  const short = text.length > max ? `${text.slice(0, max)}…` : text;
  return short
    .replace(/[\t\n\r]+/g, " ")
    .replace(UNSAFE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
