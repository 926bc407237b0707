/**
 * The meeting point with the `feed` package, which builds RSS and JSON Feed.
 *
 * The package copies an extension's value into the document under the extension's name, in place of what it would have
 * written there itself. At run time the value may be text, a number, a list or an object; the package's types allow an
 * object only, so the declarations below add the rest.
 */
import { type Item, Feed as LibraryFeed } from "feed";
import type { AttributeValues } from "../syntax/xml/write-xml.ts";

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

/** RSS with every item after the channel's other elements, as the RSS Best Practices Profile recommends. */
export class RssLibraryFeed extends LibraryFeed {
  /** Attributes of the root that declare namespaces. The package has no option for them. */
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
 * The package writes a channel's extensions after its items. Outside the items every `<` in a text is escaped and there
 * is no CDATA. The first `<item` and the last `</item>` are therefore markup, whatever the items contain.
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

/** JSON without the package's indentation. A string in JSON never contains a raw line feed (RFC 8259 section 7). */
export function compactJson(json: string): string {
  return json.replace(LINE_AND_INDENT, "");
}

const LINE_AND_INDENT = /\n */g;
