import type { Root, RootContent } from "hast";
import { ALLOWED_HTML } from "../../compile/body/clean/allowed-html.ts";
import { findDeepElements } from "../../compile/body/parse/nesting-limits.ts";
import { parseHtml } from "../../compile/body/parse/parse-html.ts";
import { cleanLine } from "../../model/text.ts";
import { escapeHtml } from "../../syntax/html.ts";

const HIDDEN = /^(?:script|style|template|noscript)$/;
const BLOCK = /^(?:p|div|li|dd|dt|h[1-6]|blockquote|figcaption|tr|td|th|pre|br|hr|section|aside|ul|ol)$/;

/** A `<` that does not begin an element of HTML is a character of the text: `a <new> timetable`, `1 < 2`. */
const NO_TAG = new RegExp(
  `<(?!/?(?:${[...ALLOWED_HTML.tagNames, ...ALLOWED_HTML.strip, "font", "tt", "big", "center", "strike", "form", "input"].join("|")})[\\s/>]|!--)`,
  "gi",
);

/**
 * The text of a piece of HTML, on one line. Returns undefined if it is empty. Feeds do not say whether a title is text
 * or HTML, so text without markup is returned unchanged.
 */
export function plainText(html: string | undefined): string | undefined {
  if (html === undefined) return undefined;
  const line =
    /[<&]/.test(html) && findDeepElements(html) === undefined ? wordsOf(parseHtml(html.replace(NO_TAG, "&lt;"))) : html;
  return cleanLine(line) || undefined;
}

/** The visible text of a tree, on one line, with a space between blocks. */
export function wordsOf(tree: Root): string {
  const words: string[] = [];
  collect(tree.children, words);
  return cleanLine(words.join(""));
}

function collect(nodes: readonly RootContent[], words: string[]): void {
  for (const node of nodes) {
    if (node.type === "text") words.push(node.value);
    if (node.type !== "element" || HIDDEN.test(node.tagName)) continue;
    collect(node.children, words);
    if (BLOCK.test(node.tagName)) words.push(" ");
  }
}

/** Plain text as HTML. Empty lines separate paragraphs, and other line feeds become breaks. */
export function htmlOfText(text: string): string {
  return text
    .split(/\n[^\S\n]*\n\s*/)
    .map((block) => `<p>${escapeHtml(block.trim()).replaceAll("\n", "<br>")}</p>`)
    .join("\n");
}
