import { cleanText } from "../../model/text.ts";

/**
 * A paragraph on one line. `afterBlank`: an empty line stands before it, or it is the first. `joined`: it had several
 * lines.
 */
export type Paragraph = { readonly text: string; readonly afterBlank: boolean; readonly joined: boolean };

/**
 * No editor or mail program breaks lines outside of these widths, in characters; a page copied as text has a paragraph
 * a line.
 */
const WRAP_WIDTHS = { min: 40, max: 120 };

/**
 * The paragraphs of a text: one a line, as browsers copy them, or several lines each where the file was wrapped at some
 * width.
 *
 * Lines count as wrapped only where each was filled as far as the next word let it, and a line that `standsAlone` is
 * never joined.
 */
export function paragraphsOf(text: string, standsAlone: (line: string) => boolean): readonly Paragraph[] {
  const blocks = blocksOf(text);
  const width = blocks.flat().reduce((widest, line) => Math.max(widest, line.length), 0);
  const mayWrap = width >= WRAP_WIDTHS.min && width <= WRAP_WIDTHS.max;
  return blocks.flatMap((lines) => {
    const isWrapped = mayWrap && isFilled(lines, width) && !lines.some(standsAlone);
    const paragraphs = isWrapped ? [lines.join(" ")] : lines;
    return paragraphs.map((paragraph, index) => ({
      text: paragraph,
      afterBlank: index === 0,
      joined: paragraphs.length < lines.length,
    }));
  });
}

/** Runs of lines between empty ones, each line trimmed. */
function blocksOf(text: string): readonly (readonly string[])[] {
  return cleanText(text.replace(/[\f\v\u2028\u2029]/g, "\n"))
    .split("\n")
    .map(tidy)
    .join("\n")
    .split(/\n{2,}/)
    .map((block) => block.split("\n").filter((line) => line !== ""))
    .filter((lines) => lines.length > 0);
}

/**
 * Trims what pages leave at the ends of lines, zero-width marks too, and makes runs of spaces one. A lone no-break
 * space stays.
 */
function tidy(line: string): string {
  return line
    .replace(/\s{2,}|\t/g, " ")
    .replace(/^[\s\u200B\u2060\uFEFF]+|(?<![\s\u200B\u2060\uFEFF])[\s\u200B\u2060\uFEFF]+$/g, "");
}

function isFilled(lines: readonly string[], width: number): boolean {
  return lines.slice(1).every((line, index) => {
    const before = lines[index] ?? "";
    const firstWord = /^\S+/.exec(line)?.[0] ?? "";
    return before.length + 1 + firstWord.length > width;
  });
}
