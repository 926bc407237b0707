import type { Root, RootContent } from "hast";
import { ALLOWED_HTML } from "../../compile/body/allowed-html.ts";
import { findDeepElements } from "../../compile/body/deep-elements.ts";
import { parseHtml } from "../../compile/body/parse-html.ts";
import { cleanLine } from "../../model/text.ts";

const HIDDEN = /^(?:script|style|template|noscript)$/;
const BLOCK = /^(?:p|div|li|dd|dt|h[1-6]|blockquote|figcaption|tr|td|th|pre|br|hr|section|aside|ul|ol)$/;

/** What begins no element of HTML is a sign of the text: `a <new> timetable`, `1 < 2`. */
const NO_TAG = new RegExp(
  `<(?!/?(?:${[...ALLOWED_HTML.tagNames, ...ALLOWED_HTML.strip, "font", "tt", "big", "center", "strike", "form", "input"].join("|")})[\\s/>]|!--)`,
  "gi",
);

/**
 * What a piece of HTML says, on one line. Feeds do not tell whether a title is text or HTML; text without a mark of HTML in it is returned as it is.
 */
export function plainText(html: string | undefined): string | undefined {
  if (html === undefined) return undefined;
  const line =
    /[<&]/.test(html) && findDeepElements(html) === undefined ? wordsOf(parseHtml(html.replace(NO_TAG, "&lt;"))) : html;
  return cleanLine(line) || undefined;
}

/** The words of a tree: blocks are apart from one another, and what is not shown says nothing. */
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
