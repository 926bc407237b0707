import type { Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { cleanLine } from "../../model/text.ts";
import { findDeepElements } from "../body/deep-elements.ts";
import { parseHtml } from "../body/parse-html.ts";

const BLOCK = /^(?:p|div|li|dd|dt|h[1-6]|blockquote|figcaption|tr|td|th|pre|br|hr|section|aside|ul|ol)$/;

/** What a piece of HTML says, on one line. Text without a mark of HTML in it is returned as it is. */
export function plainText(html: string | undefined): string | undefined {
  if (html === undefined) return undefined;
  const line = /[<&]/.test(html) && findDeepElements(html) === undefined ? wordsOf(parseHtml(html)) : html;
  return cleanLine(line) || undefined;
}

/** The words of a tree: blocks are apart from one another, and what is not shown says nothing. */
export function wordsOf(tree: Root): string {
  visit(tree, "element", (node) => {
    if (/^(?:script|style|template|noscript)$/.test(node.tagName)) node.children = [];
    else if (BLOCK.test(node.tagName)) node.children.push({ type: "text", value: " " });
  });
  return cleanLine(textOf(tree));
}
