import type { Element, ElementContent, Root } from "hast";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { candidatesOf } from "../../compile/body/resolve/place-addresses.ts";
import type { XmlElement } from "../../syntax/xml/xml-element.ts";

const serializer = unified().use(rehypeStringify);
const ADDRESSES: ReadonlySet<string> = new Set(["href", "src", "cite", "poster", "data", "background", "longdesc"]);

/**
 * Turns XHTML elements of a feed (RFC 4287 section 3.1.1.3) into HTML. Addresses are resolved if `xml:base` differs
 * from `outer`, the base of the text as a whole.
 */
export function nodeHtml(node: XmlElement, outer: string | undefined): string {
  const root: Root = { type: "root", children: node.children.map((child) => htmlOf(child, outer)) };
  return serializer.stringify(root);
}

function htmlOf(node: XmlElement | string, outer: string | undefined): ElementContent {
  if (typeof node === "string") return { type: "text", value: node };
  const isMoved = node.base !== undefined && node.base !== outer;
  const properties: Element["properties"] = {};
  for (const [name, value] of Object.entries(node.attributes)) {
    if (name.startsWith("xml") && name !== "xml:lang") continue;
    properties[name === "xml:lang" ? "lang" : name] = isMoved ? moved(name, value, node.base) : value;
  }
  const tagName = node.name.replace(/^.*:/, "").toLowerCase();
  return { type: "element", tagName, properties, children: node.children.map((child) => htmlOf(child, outer)) };
}

/** The value of an attribute with its addresses resolved. A fragment alone stays in its text. */
function moved(name: string, value: string, base: string | undefined): string {
  const resolved = (address: string) => URL.parse(address, base)?.href ?? address;
  if (name === "srcset")
    return candidatesOf(value)
      .map(([address = "", ...sizes]) => [resolved(address), ...sizes].join(" "))
      .join(", ");
  return ADDRESSES.has(name) && !value.startsWith("#") ? resolved(value) : value;
}
