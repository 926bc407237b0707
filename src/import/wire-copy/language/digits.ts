const DECIMAL = /^\p{Nd}$/u;

/** Text with the decimal digits of every script as those of ASCII: "٢٤" and "２４" become "24". */
export function withAsciiDigits(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => String(valueOfDigit(digit.codePointAt(0) ?? 0)));
}

/** Digits stand in rows of ten in Unicode, zero first. */
function valueOfDigit(code: number): number {
  let before = 0;
  while (before < 60 && DECIMAL.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before % 10;
}
