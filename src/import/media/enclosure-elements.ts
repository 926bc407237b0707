import type { XmlElement } from "../../syntax/xml/xml-element.ts";
import { absoluteAddress } from "../feeds/feed-head.ts";
import type { Enclosure } from "../feeds/imported-entry.ts";
import { declaredType } from "./media-type-of.ts";

/** RSS's `enclosure` and Atom's enclosure links. A length of 0 means that it is not known. */
export function enclosureElements(nodes: readonly XmlElement[], base: string | undefined): readonly Enclosure[] {
  return nodes.flatMap((node): Enclosure[] => {
    const { url, href, type, length, title } = node.attributes;
    const address = absoluteAddress(url ?? href, node.base ?? base);
    if (address === undefined) return [];
    return [{ url: address, mediaType: declaredType(type), title, length: lengthOf(length) }];
  });
}

/** A length in bytes. Some feeds group the digits. */
export function lengthOf(written: string | undefined): number | undefined {
  const digits = written?.trim().replaceAll(",", "") ?? "";
  const length = /^\d{1,15}$/.test(digits) ? Number(digits) : 0;
  return length > 0 ? length : undefined;
}

/** Enclosures without repetitions of an address. What only a later one says is kept. */
export function distinctEnclosures(all: readonly Enclosure[]): readonly Enclosure[] {
  const byUrl = new Map<string, Enclosure>();
  for (const each of all) {
    const known = byUrl.get(each.url);
    const said = Object.fromEntries(Object.entries(known ?? {}).filter(([, value]) => value !== undefined));
    byUrl.set(each.url, { ...each, ...said });
  }
  return [...byUrl.values()];
}
