import { textOf, type XmlElement } from "../../syntax/xml/xml-element.ts";
import { textIn } from "../feeds/feed-xml.ts";
import { plainText } from "../feeds/plain-text.ts";
import { htmlOfPlainText } from "./html-of-plain-text.ts";

/** The text of the first of the elements that have it, such as the `media:title` of a picture or else of its group. */
export function textAt(nodes: readonly XmlElement[], name: string): string | undefined {
  for (const node of nodes) {
    const text = plainText(textIn(node, name));
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Everyone whom the nearest `media:credit` elements name, or else the `media:copyright`. */
export function creditAt(nodes: readonly XmlElement[]): string | undefined {
  for (const node of nodes) {
    const names = node.children.flatMap((child) =>
      typeof child !== "string" && child.name === "media:credit" ? (plainText(textOf(child)) ?? []) : [],
    );
    if (names.length > 0) return [...new Set(names)].join(", ");
  }
  return textAt(nodes, "media:copyright");
}

/** A `media:description` as HTML (Media RSS 1.5.1: `type` is `plain`, which is the default, or `html`). */
export function describedHtml(nodes: readonly XmlElement[]): string | undefined {
  for (const node of nodes)
    for (const child of node.children) {
      if (typeof child === "string" || child.name !== "media:description") continue;
      const text = textOf(child);
      if (text !== undefined) return child.attributes.type === "html" ? text : htmlOfPlainText(text);
    }
  return undefined;
}
