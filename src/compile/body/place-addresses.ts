import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import { quoted } from "../content-fault.ts";
import { type MediaFacts, mediaFileOf } from "../media/media-facts.ts";
import type { BodyReport } from "./body-report.ts";
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

/** Makes every address absolute, and gives pictures of ours their size, so that a page does not move while they load. */
export function placeAddresses(
  tree: Root,
  destinations: Destinations,
  report: BodyReport,
  use: (media: MediaFacts) => void,
) {
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
    if (resolved.media) use(resolved.media);
    return resolved;
  };
  visit(tree, "element", (element) => {
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
      report.warning(element, "a picture without alt", 'alternative text, or alt="" where the picture only decorates');
      properties.alt = "";
    }
  });
}

function giveSize({ properties }: Element, media: MediaFacts): void {
  const { width, height } = mediaFileOf(media);
  if (properties.width !== undefined || properties.height !== undefined || width === undefined) return;
  Object.assign(properties, { width, height });
}

/** `a.png 1x, b.png 2x` (HTML section 4.8.4.2.1): a comma within an address is not followed by a space. */
export function candidatesOf(srcSet: Element["properties"][string]): [string, ...string[]][] {
  return String(srcSet)
    .split(/,\s+|,$/)
    .flatMap((candidate) => {
      const [written, ...descriptors] = candidate.trim().split(/\s+/);
      return written ? [[written, ...descriptors]] : [];
    });
}
