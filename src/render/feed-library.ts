/**
 * The meeting point with the `feed` package, which builds RSS and JSON Feed.
 *
 * The package copies an extension's value into the document under the extension's name, in place of what it would have
 * written there itself. At run time the value may be text, a number, a list or an object; the package's types allow an
 * object only, so the declarations below add the rest.
 */
import { type Item, Feed as LibraryFeed } from "feed";
import { type AttributeValues, serializeElement, type XmlNode } from "../syntax/xml/write-xml.ts";

export type Extension = { readonly name: string; readonly objects: unknown };

/** What the package needs to know of one entry. */
export type LibraryItem = Omit<Item, "extensions"> & { readonly extensions: readonly Extension[] };

declare module "feed" {
  interface Feed {
    addExtension(extension: Extension): void;
    addItem(item: LibraryItem): void;
  }
}

/** Extensions in the order of `values`, without those that are undefined or an empty list. */
export function extensions(values: Readonly<Record<string, unknown>>): Extension[] {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
    .map(([name, objects]) => ({ name, objects }));
}

/**
 * RSS of which the package writes the root, the channel and the namespaces. The items are written by our own serializer
 * and take the place of one item of the package: the package's serializer takes most of the time that a feed needs.
 * They come after the channel's other elements, as the RSS Best Practices Profile recommends.
 */
export class RssLibraryFeed extends LibraryFeed {
  /** Attributes of the root that declare namespaces. The package has no option for them. */
  namespaces: AttributeValues = {};
  readonly #items: XmlNode[] = [];

  /** Adds the content of an `item`. */
  addElements(item: XmlNode): void {
    this.#items.push(item);
  }

  /** @param hasContents whether items have `content:encoded`, so that the package declares its namespace */
  write(hasContents: boolean): string {
    if (this.#items.length > 0) this.addItem(hasContents ? { ...STAND_IN, content: " " } : STAND_IN);
    return withItemsLast(withNamespaces(this.rss2(), this.namespaces), this.#items);
  }
}

const STAND_IN: LibraryItem = { title: "", link: "", date: new Date(0), extensions: [] };

function withNamespaces(xml: string, namespaces: AttributeValues): string {
  const declarations = Object.entries(namespaces).map(([name, address]) => ` ${name}="${address}"`);
  return declarations.length === 0 ? xml : xml.replace(ROOT_START, (start) => start + declarations.join(""));
}

const ROOT_START = '<rss version="2.0"';

/**
 * The package writes a channel's extensions after the item. Outside of the item every `<` in a text is escaped and there
 * is no CDATA, so the first `<item>` is markup.
 */
function withItemsLast(xml: string, items: readonly XmlNode[]): string {
  const start = xml.indexOf("<item>");
  if (start === -1) return xml;
  const end = xml.indexOf("</item>", start) + "</item>".length;
  const channelEnd = xml.lastIndexOf("</channel>");
  const displaced = xml.slice(end, channelEnd).trim();
  const lineBreak = xml.slice(xml.lastIndexOf("\n", start), start);
  // Added one by one, because an engine copies every text that it joins.
  let written = xml.slice(0, start - lineBreak.length);
  if (displaced !== "") written += lineBreak + displaced;
  for (const item of items) written += lineBreak + serializeElement("item", item, lineBreak);
  return written + xml.slice(xml.lastIndexOf("\n", channelEnd));
}

/** JSON without the package's indentation. A string in JSON never contains a raw line feed (RFC 8259 section 7). */
export function compactJson(json: string): string {
  return json.replace(LINE_AND_INDENT, "");
}

const LINE_AND_INDENT = /\n */g;
