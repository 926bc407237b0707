import { type Extension, Feed as LibraryFeed } from "feed";
import { type ElementCompact, js2xml } from "xml-js";
import type { AttributeValues, XmlElement } from "./xml-element.ts";

/**
 * Where the project meets the `feed` package, and the only file with casts: an extension may be text, a number or a list at run time, and
 * takes the place of what the library would have written under that name, but is typed as an object.
 */

/** Extensions of a feed or an item, in this order; what is undefined or an empty list is left out. */
export function extensions(values: Readonly<Record<string, unknown>>): Extension[] {
  const list: Extension[] = [];
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    list.push({ name, objects: value as Extension["objects"] });
  }
  return list;
}

/** A document from an element tree, by the serializer and with the settings that the library itself uses. */
export function serialize(root: XmlElement): string {
  const document = { _declaration: { _attributes: { version: "1.0", encoding: "utf-8" } }, ...root };
  return js2xml(document as ElementCompact, { compact: true, ignoreComment: true, spaces: 4 });
}

/** RSS with every item behind the channel's other elements, as the RSS Best Practices Profile asks. */
export class RssLibraryFeed extends LibraryFeed {
  /** Namespaces that their standards want on the root, where the library lets nobody write. */
  namespaces: AttributeValues = {};

  override rss2(): string {
    return withNamespaces(withItemsLast(super.rss2()), this.namespaces);
  }
}

function withNamespaces(xml: string, namespaces: AttributeValues): string {
  const declarations = Object.entries(namespaces).map(([name, address]) => ` ${name}="${address}"`);
  return declarations.length === 0 ? xml : xml.replace(ROOT_START, (start) => start + declarations.join(""));
}

const ROOT_START = '<rss version="2.0"';

/**
 * The library writes a channel's extensions behind its items. Outside the items every `<` of a text is escaped and there is no CDATA, so
 * the first `<item` and the last `</item>` are the markup's own, whatever stands between them.
 */
function withItemsLast(xml: string): string {
  const start = xml.search(ITEM_START);
  if (start === -1) return xml;
  const end = xml.lastIndexOf("</item>") + "</item>".length;
  const channelEnd = xml.lastIndexOf("</channel>");
  const displaced = xml.slice(end, channelEnd).trim();
  if (displaced === "") return xml;
  const indent = xml.slice(xml.lastIndexOf("\n", start), start);
  const closing = xml.slice(xml.lastIndexOf("\n", channelEnd));
  return xml.slice(0, start) + displaced + indent + xml.slice(start, end) + closing;
}

const ITEM_START = /<item[ >]/;

/** JSON without the library's indentation: in JSON text a raw line feed never stands inside a string (RFC 8259 section 7). */
export function compactJson(json: string): string {
  return json.replace(LINE_AND_INDENT, "");
}

const LINE_AND_INDENT = /\n */g;
