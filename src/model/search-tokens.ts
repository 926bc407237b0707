import type { Article } from "./article.ts";
import { foldText } from "./text.ts";

/** Scripts that are written without spaces between words. Korean has spaces, and endings: it is found by how its words begin. */
const UNSPACED =
  "[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}]";

/** Marks that stand alone, such as the variation selector of an emoji, are no token. */
const TOKEN = new RegExp(
  `[[\\p{L}\\p{N}]&&${UNSPACED}]\\p{M}*|[[\\p{L}\\p{N}]--${UNSPACED}][[\\p{L}\\p{M}\\p{N}]--${UNSPACED}]*`,
  "gv",
);

/**
 * The words of a text, in its order and folded, as a search compares them: runs of letters, marks and digits, or in unspaced scripts each
 * character with its marks. Every store goes by these, so that all find the same.
 */
export function searchTokens(text: string): string[] {
  return foldText(text).match(TOKEN) ?? [];
}

/** What an article is found by: the tokens of its title and summary, with one space before each. No token holds a space. */
export function searchLine({ title, summary }: Pick<Article, "title" | "summary">): string {
  return lineOf([...searchTokens(title), ...searchTokens(summary)]);
}

/**
 * Whether every wanted word, separated by spaces, is in a line. A word is when its tokens stand there one after another, the last one as the
 * beginning of one: “sanct” finds “sanctions”, “制裁” finds “朝鲜制裁”, “art” does not find “party”.
 */
export function matcherOfWords(words: string): (line: string) => boolean {
  const wanted = words.split(" ").map((word) => lineOf(searchTokens(word)));
  return (line) => wanted.every((each) => line.includes(each));
}

function lineOf(tokens: readonly string[]): string {
  return tokens.map((token) => ` ${token}`).join("");
}
