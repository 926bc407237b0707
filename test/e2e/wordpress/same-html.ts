import type { Nodes } from "hast";
import { parseHtml } from "../../../src/compile/body/parse/parse-html.ts";

const BLOCK =
  /^(?:p|div|br|ul|ol|li|blockquote|h\d|table|tbody|tr|td|dl|dt|dd|pre|figure|figcaption|section|article|form|address|details|summary|aside|header|footer|main|fieldset|nav|center|hr|style|script)$/;
const VERBATIM = /^(?:pre|script|style)$/;

/**
 * What a browser makes of HTML, as one text: elements, attributes and words. Left out is what nobody sees: white space
 * beside blocks, elements that hold nothing, and comments.
 */
export function seenHtml(html: string): string {
  return seen(parseHtml(html), false)
    .replace(/\s*(\n)\s*/g, "$1")
    .replace(/\s+(?=<\/)|\n/g, "")
    .trim();
}

function seen(node: Nodes, isVerbatim: boolean): string {
  if (node.type === "text")
    return isVerbatim ? JSON.stringify(node.value.trim()) : node.value.replace(/[ \t\n\f\r]+/g, " ");
  if (node.type !== "root" && node.type !== "element") return "";
  // A preformatted element that is not closed takes in blocks, whose white space nobody compares.
  const isText = node.type === "element" && VERBATIM.test(node.tagName) && !node.children.some(isBlock);
  const inner = node.children.map((child) => seen(child, isVerbatim || isText)).join("");
  if (node.type === "root") return inner;
  const name = node.tagName;
  const isVoid = /^(?:br|hr|img|iframe|audio|video|source|embed|param|object|td|svg|g|select|option)$/.test(name);
  if (!isVoid && inner.trim() === "") return " ";
  const attributes = Object.entries(node.properties)
    .map(([key, value]) => ` ${key}=${JSON.stringify(value)}`)
    .join("");
  return isBlock(node) && !isVerbatim
    ? `\n<${name}${attributes}>${inner.trim()}</${name}>\n`
    : `<${name}${attributes}>${inner}</${name}>`;
}

function isBlock(node: Nodes): boolean {
  return node.type === "element" && (BLOCK.test(node.tagName) || node.children.some(isBlock));
}
