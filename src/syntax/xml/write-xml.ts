/**
 * Writes XML 1.0. Elements are in the compact notation of `xml-js`, the serializer beneath the `feed` package, so that
 * they can be handed to either: `_attributes`, `_text`, `_cdata`, and any other key is a child or a list of children of
 * that name.
 *
 * The serializer escapes too little, so values enter an element only through the functions below. They expect text
 * without the characters that XML forbids (section 2.2).
 */
import { js2xml } from "xml-js";

export type XmlNode = {
  readonly [key: string]: XmlNode | readonly XmlNode[] | readonly string[] | string | undefined;
};

export type AttributeValues = { readonly [name: string]: string | number | undefined };

/** Plain text. The serializer turns `&amp;` into `&` before it escapes; a doubled ampersand survives that as it was. */
export function text(value: string, attributes?: AttributeValues): XmlNode {
  return { ...(attributes && empty(attributes)), _text: value.replaceAll("&", "&amp;") };
}

/**
 * HTML in CDATA, readable in the source. A section cannot hold `]]>` (section 2.7), so it ends there and the next one
 * begins.
 */
export function html(value: string, attributes?: AttributeValues): XmlNode {
  const sections = value.includes("]]>") ? value.split(SECTION_END) : [value];
  return { ...(attributes && empty(attributes)), _cdata: sections };
}

const SECTION_END = /(?<=\]\])(?=>)/;

/** Nothing but attributes. Those that are undefined are left out. */
export function empty(attributes: AttributeValues): XmlNode {
  const escaped: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    // The serializer escapes the double quote, and only that.
    if (value !== undefined) escaped[name] = String(value).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  }
  return { _attributes: escaped };
}

/** The children that are defined: the serializer would print an undefined one as an empty element. */
export function children(all: Readonly<Record<string, XmlNode | readonly XmlNode[] | undefined>>): XmlNode {
  const present: Record<string, XmlNode | readonly XmlNode[]> = {};
  for (const [name, child] of Object.entries(all)) {
    if (child !== undefined && !(Array.isArray(child) && child.length === 0)) present[name] = child;
  }
  return present;
}

/** A whole document from its root, with the declaration and the indentation that the `feed` package writes. */
export function serialize(root: XmlNode): string {
  const document = { _declaration: { _attributes: { version: "1.0", encoding: "utf-8" } }, ...root };
  return js2xml(document, { compact: true, ignoreComment: true, spaces: 4 });
}
