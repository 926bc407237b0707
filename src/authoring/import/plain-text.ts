import type { Root, RootContent } from "hast";
import { cleanLine } from "../../model/text.ts";
import { findDeepElements } from "../body/deep-elements.ts";
import { parseHtml } from "../body/parse-html.ts";

const HIDDEN = /^(?:script|style|template|noscript)$/;
const BLOCK = /^(?:p|div|li|dd|dt|h[1-6]|blockquote|figcaption|tr|td|th|pre|br|hr|section|aside|ul|ol)$/;

/** What a piece of HTML says, on one line. Text without a mark of HTML in it is returned as it is. */
export function plainText(html: string | undefined): string | undefined {
  if (html === undefined) return undefined;
  const line = /[<&]/.test(html) && findDeepElements(html) === undefined ? wordsOf(parseHtml(html)) : html;
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
