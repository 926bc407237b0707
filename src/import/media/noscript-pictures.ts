import type { Element, Root } from "hast";
import { elementsIn } from "../../compile/body/elements.ts";
import { lazyAddress, otherAddress, type PageOrigin, pictureAddress } from "./lazy-address.ts";
import { pictureKeys } from "./picture-key.ts";

/**
 * Finds the pictures that a page has twice: once for its script, and once in `<noscript>`. Of such a pair the one in
 * `<noscript>` goes, or the other one if it has no address. `remove` is then told the address of the twin.
 */
export function withoutTwins(tree: Root, origin: PageOrigin, remove: (picture: Element, twin?: string) => void): void {
  const within = new Set<Element>();
  const noscripts = elementsIn(tree).filter(({ tagName }) => tagName === "noscript");
  if (noscripts.length === 0) return;
  for (const noscript of noscripts) for (const element of elementsIn(noscript)) within.add(element);
  const shown = new Set<string>();
  let waiting: Element | undefined;
  for (const element of elementsIn(tree)) {
    if (element.tagName !== "img") continue;
    const address = addressOf(element, origin);
    const keys = address === undefined ? [] : pictureKeys(URL.parse(address, origin.base)?.href ?? address);
    if (!within.has(element)) {
      waiting = address === undefined ? element : undefined;
      for (const key of keys) shown.add(key);
      continue;
    }
    if (keys.some((key) => shown.has(key))) remove(element);
    else if (waiting && address !== undefined) remove(waiting, address);
    waiting = undefined;
  }
}

function addressOf({ properties }: Element, origin: PageOrigin): string | undefined {
  return lazyAddress(properties, origin) ?? pictureAddress(properties.src, origin) ?? otherAddress(properties, origin);
}
