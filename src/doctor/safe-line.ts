/**
 * What a terminal, a log or a person could be fooled by: controls (and with them escape sequences, in C0 and C1), format characters that
 * turn or hide text, line separators, private use, lone surrogates.
 */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu;

/** Text of a stranger as one line that only says what it says, cut where it is long. */
export function safeLine(text: string, most = 240): string {
  const short = text.length > most ? `${text.slice(0, most)}…` : text;
  return short
    .replace(/[\t\n\r]+/g, " ")
    .replace(UNSAFE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
