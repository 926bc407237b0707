import type { Element } from "hast";
import { quoted } from "../../content-fault.ts";
import { type MediaFacts, mediaFileOf } from "../../media/media-facts.ts";
import type { BodyReport } from "../body-report.ts";
import { type AddressUse, type Destinations, type ResolvedAddress, resolveAddress } from "./resolve-address.ts";

/** Every attribute of the allowed HTML that holds one address. */
const ADDRESSES: readonly (readonly [name: string, use: (element: Element) => AddressUse])[] = [
  ["href", () => "link"],
  ["cite", () => "link"],
  ["poster", () => "picture"],
  ["src", ({ tagName }) => (tagName === "img" ? "picture" : "recording")],
];

/** The attributes of an element that hold one address, with what each is for. */
export function addressUses(element: Element): readonly (readonly [name: string, use: AddressUse])[] {
  return ADDRESSES.flatMap(([name, useOf]) =>
    element.properties[name] === undefined ? [] : [[name, useOf(element)] as const],
  );
}

/**
 * Makes every address absolute, and gives pictures of ours their size, so that a page does not move while they load.
 * Returns the files of ours that are used. An address with a fault is left out.
 */
export function placeAddresses(
  elements: readonly Element[],
  destinations: Destinations,
  report: BodyReport,
): readonly MediaFacts[] {
  const media: MediaFacts[] = [];
  const place = (
    element: Element,
    written: string,
    purpose: AddressUse,
  ): (ResolvedAddress & { kind: "address" }) | undefined => {
    const resolved = resolveAddress(written, purpose, destinations);
    if (resolved.kind === "fault")
      report.fault(element, written === "" ? "an empty address" : quoted(written), resolved.expected);
    if (resolved.kind !== "address") return undefined;
    if (resolved.warning) report.warning(element, quoted(written), resolved.warning);
    if (resolved.media) media.push(resolved.media);
    return resolved;
  };
  for (const element of elements) {
    const { properties } = element;
    for (const [name, purpose] of addressUses(element)) {
      const placed = place(element, String(properties[name]), purpose);
      if (placed === undefined) delete properties[name];
      else properties[name] = placed.url;
      if (element.tagName === "img" && placed?.media) giveSize(element, placed.media);
    }
    if (properties.srcSet !== undefined) {
      const candidates = candidatesOf(properties.srcSet).map(([written, ...descriptors]) => {
        const placed = place(element, written, "picture");
        return placed === undefined ? [] : [[placed.url, ...descriptors].join(" ")];
      });
      properties.srcSet = candidates.flat().join(", ");
    }
    if (element.tagName === "img" && properties.alt === undefined) {
      report.warning(element, "a picture without alt", 'alternative text, or alt="" if the picture only decorates');
      properties.alt = "";
    }
  }
  return media;
}

function giveSize({ properties }: Element, media: MediaFacts): void {
  const { width, height } = mediaFileOf(media);
  if (properties.width !== undefined || properties.height !== undefined || width === undefined) return;
  Object.assign(properties, { width, height });
}

/** `a.png 1x, b.png 2x` (HTML section 4.8.4.2.1): no space follows a comma within an address. */
export function candidatesOf(srcSet: Element["properties"][string]): [string, ...string[]][] {
  return String(srcSet)
    .split(/,\s+|,$/)
    .flatMap((candidate) => {
      const [written, ...descriptors] = candidate.trim().split(/\s+/);
      return written ? [[written, ...descriptors]] : [];
    });
}
