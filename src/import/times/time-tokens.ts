/**
 * A piece of a written time. `text` of a word is folded: small letters, no accents. `raw` is the word as written.
 * `isSpaced` tells whether white space stands before it.
 */
export type TimeToken =
  | { readonly kind: "number"; readonly text: string; readonly value: number; readonly isSpaced: boolean }
  | { readonly kind: "word"; readonly text: string; readonly raw: string; readonly isSpaced: boolean }
  | { readonly kind: "mark"; readonly text: string; readonly isSpaced: boolean };

/** Scripts that put no space between words. Each of their characters is a word here, and names are compared so. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Yi}]/u;

/** Whether a text has letters of a script that puts no space between words. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

const PIECE = /\p{Nd}+|[\p{L}\p{M}ʻʼ]+|\S/gu;

/** Splits a text into numbers, words and marks. Takes the digits of every script. */
export function timeTokens(text: string): readonly TimeToken[] {
  const tokens: TimeToken[] = [];
  let end = 0;
  const plain = inPlainForm(text);
  for (const { 0: piece, index } of plain.matchAll(PIECE)) {
    const isSpaced = index > end || index === 0;
    end = index + piece.length;
    if (/^\p{Nd}/u.test(piece)) {
      const digits = asciiDigits(piece);
      tokens.push({ kind: "number", text: digits, value: Number(digits), isSpaced });
    } else if (!/^[\p{L}\p{M}ʻʼ]/u.test(piece)) tokens.push({ kind: "mark", text: piece, isSpaced });
    else if (isUnspaced(piece))
      for (const [at, letter] of [...piece].entries())
        tokens.push({ kind: "word", text: letter, raw: letter, isSpaced: isSpaced && at === 0 });
    else tokens.push({ kind: "word", text: folded(piece), raw: piece, isSpaced });
  }
  return tokens;
}

/**
 * The compatible form: full-width digits and letters become plain ones, and characters without a shape, such as marks
 * of direction, are gone. A minus sign and its relatives become a hyphen.
 */
function inPlainForm(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/[−‐‑‒–—]/g, "-");
}

/**
 * The words that begin at a token without a space between them, joined: one word, or a run of a script without spaces.
 */
export function joinedWords(tokens: readonly TimeToken[], at: number): readonly string[] {
  const words: string[] = [];
  for (let end = at; end < tokens.length; end += 1) {
    const token = tokens[end];
    if (token?.kind !== "word" || (words.length > 0 && token.isSpaced)) break;
    words.push(token.text);
  }
  return words;
}

/** Small letters without the accents of Latin, Greek and Cyrillic. Vowel signs of other scripts stay. */
export function folded(word: string): string {
  return word
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll("ı", "i")
    .normalize("NFC");
}

/** Unicode keeps the ten digits of a script together, in their order. */
function asciiDigits(digits: string): string {
  return [...digits].map((digit) => (/[0-9]/.test(digit) ? digit : String(digitValue(digit)))).join("");
}

function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (before < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before;
}
