import type { Element, ElementContent, Root } from "hast";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import type { XmlElement } from "../../syntax/xml/xml-element.ts";

const serializer = unified().use(rehypeStringify);
const ADDRESSES: ReadonlySet<string> = new Set(["href", "src", "cite", "poster"]);

/**
 * Turns XHTML elements of a feed (RFC 4287 section 3.1.1.3) into HTML. Addresses are resolved if `xml:base` differs
 * from `outer`.
 */
export function nodeHtml(node: XmlElement, outer = node.base): string {
  const root: Root = { type: "root", children: node.children.map((child) => htmlOf(child, outer)) };
  return serializer.stringify(root);
}

function htmlOf(node: XmlElement | string, outer: string | undefined): ElementContent {
  if (typeof node === "string") return { type: "text", value: node };
  const properties: Element["properties"] = {};
  for (const [name, value] of Object.entries(node.attributes)) {
    if (name.startsWith("xml") && name !== "xml:lang") continue;
    const isMoved = ADDRESSES.has(name) && node.base !== undefined && node.base !== outer;
    properties[name === "xml:lang" ? "lang" : name] = isMoved ? (URL.parse(value, node.base)?.href ?? value) : value;
  }
  const tagName = node.name.replace(/^.*:/, "");
  return { type: "element", tagName, properties, children: node.children.map((child) => htmlOf(child, outer)) };
}
