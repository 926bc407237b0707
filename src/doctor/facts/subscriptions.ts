import { elementsOf, type XmlElement } from "../../syntax/xml/xml-element.ts";
import { typedAddress } from "../net/typed-address.ts";

/** OPML names the attribute `xmlUrl`. Exporters write it in other cases, and some as `url` with the type of a feed. */
const XML_URL = "xmlurl";
const FEED_TYPES: readonly string[] = ["rss", "atom", "rss1", "rss2", "feed", "json", "pie"];

/**
 * The feeds that an OPML document names, in its order and each once: as absolute addresses, or as they are written if
 * they cannot be made absolute. Outlines may stand in one another.
 *
 * @param base the address of the document, if it has one on the web
 */
export function subscriptionsIn(root: XmlElement, base: string | undefined): readonly string[] {
  const found = new Set<string>();
  // Without recursion: a hostile document decides how deep it is.
  const waiting = [root];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    const written = element.name.toLowerCase() === "outline" ? addressIn(element) : undefined;
    if (written) found.add(absolute(written, base));
    for (const child of elementsOf(element).toReversed()) waiting.push(child);
  }
  return [...found];
}

function addressIn({ attributes }: XmlElement): string | undefined {
  const named = new Map(Object.entries(attributes).map(([name, value]) => [name.toLowerCase(), value.trim()]));
  const type = named.get("type")?.toLowerCase() ?? "";
  return named.get(XML_URL) || (FEED_TYPES.includes(type) ? named.get("url") : undefined);
}

function absolute(written: string, base: string | undefined): string {
  // Some lists leave out the scheme of a host. Who asks for the address decides about it.
  if (!URL.canParse(written) && typedAddress(written)) return written;
  const url = URL.parse(written, base);
  return url && /^https?:$/.test(url.protocol) ? url.href : written;
}
