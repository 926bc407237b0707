/**
 * Tokens as the full-text index keeps them. SQLite knows the letters of an old Unicode only, and would split words of newer scripts; so every sign
 * but ASCII letters and digits is spelt by its code, always as long, and the index sees nothing but ASCII. `x` begins a code, and is spelt by
 * its own. What one token begins with, its spelling begins with too, so the beginning of a word still finds it.
 */
export function indexWords(tokens: readonly string[]): string {
  return tokens.map((token) => Array.from(token, spelt).join("")).join(" ");
}

function spelt(sign: string): string {
  return /[a-wyz0-9]/.test(sign) ? sign : `x${(sign.codePointAt(0) ?? 0).toString(16).padStart(6, "0")}`;
}
