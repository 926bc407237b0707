import type { Article } from "./article.ts";
import { foldText } from "./text.ts";

/** Scripts without spaces between words. Korean is not one of them: a search finds its words by their beginnings. */
const UNSPACED =
  "[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}]";

/** A mark without a letter or digit before it, such as the variation selector of an emoji, is not a token. */
const TOKEN = new RegExp(
  `[[\\p{L}\\p{N}]&&${UNSPACED}]\\p{M}*|[[\\p{L}\\p{N}]--${UNSPACED}][[\\p{L}\\p{M}\\p{N}]--${UNSPACED}]*`,
  "gv",
);

/**
 * The words of a text for a search, folded and in order. A token is a run of letters, marks and digits; in a script
 * without spaces it is one character with its marks. Every store searches for these tokens, so that all stores find the
 * same articles.
 */
export function searchTokens(text: string): string[] {
  return foldText(text).match(TOKEN) ?? [];
}

/** The text that is searched: the tokens of title and summary, each after one space. No token contains a space. */
export function searchLine({ title, summary }: Pick<Article, "title" | "summary">): string {
  return lineOf([...searchTokens(title), ...searchTokens(summary)]);
}

/**
 * Returns a test of whether a line of `searchLine` contains every word. A word matches if its tokens follow one another
 * in the line; the last one may be the beginning of a token. “sanct” finds “sanctions” and “制裁” finds “朝鲜制裁”, but
 * “art” does not find “party”.
 *
 * @param words separated by spaces
 */
export function matcherOfWords(words: string): (line: string) => boolean {
  const wanted = words.split(" ").map((word) => lineOf(searchTokens(word)));
  return (line) => wanted.every((each) => line.includes(each));
}

function lineOf(tokens: readonly string[]): string {
  return tokens.map((token) => ` ${token}`).join("");
}

/** The characters that the words of a search may have. */
export const MAX_SEARCH_LENGTH = 100;

/** The words of a search, folded, with single spaces. A word without a token is left out: nothing can match it. */
export function wordsOf(text: string): string {
  return foldText(text)
    .split(/\s+/)
    .filter((word) => searchTokens(word).length > 0)
    .join(" ");
}

/** A part of a text, from index `from` (included) to `to` (excluded). */
export type FoundPart = { readonly from: number; readonly to: number };

/**
 * The parts of a text that words of a search match, in order and without overlaps.
 *
 * @param words as in `Selection`
 */
export function foundParts(text: string, words: string): readonly FoundPart[] {
  const tokens = [...text.matchAll(TOKEN)].flatMap(({ 0: written, index }) =>
    searchTokens(written).map((token) => ({ token, from: index, to: index + written.length })),
  );
  const isFound = tokens.map(() => false);
  for (const word of words.split(" ")) {
    const wanted = searchTokens(word);
    if (wanted.length === 0) continue;
    tokens.forEach((_, start) => {
      const matches = wanted.every((token, offset) => {
        const found = tokens[start + offset]?.token;
        return offset === wanted.length - 1 ? found?.startsWith(token) : found === token;
      });
      if (matches) isFound.fill(true, start, start + wanted.length);
    });
  }
  const parts: { from: number; to: number }[] = [];
  tokens.forEach(({ from, to }, index) => {
    const last = parts.at(-1);
    if (!isFound[index]) return;
    if (last && last.to >= from) last.to = Math.max(last.to, to);
    else parts.push({ from, to });
  });
  return parts;
}
