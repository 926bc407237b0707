import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import { addressUses, candidatesOf } from "../body/place-addresses.ts";
import { type AddressUse, resolveAbroad } from "../body/resolve-address.ts";

/**
 * Makes every address absolute, since those of another site lead nowhere here, and takes off those that no article may have. A picture or a
 * recording that loses its address goes as a whole; a link leaves its words.
 */
export function mendAddresses(tree: Root, base: string | undefined, note: (change: string) => void): void {
  const mend = (written: string, use: AddressUse): string | undefined => {
    const address = written.trim();
    const absolute = /^data:/i.test(address) ? address : (URL.parse(address, base)?.href ?? "");
    const resolved = resolveAbroad(absolute, use);
    return resolved.kind === "address" ? resolved.url : undefined;
  };
  visit(tree, "element", (element) => {
    const { properties, tagName } = element;
    for (const [name, use] of addressUses(element)) {
      // Those that lead to a place in the text were seen to already.
      if (name === "href" && String(properties[name]).startsWith("#")) continue;
      const mended = mend(String(properties[name]), use);
      if (mended === undefined) {
        note(`<${tagName} ${name}>: an address that leads nowhere from here was left out`);
        delete properties[name];
      } else properties[name] = mended;
    }
    if (properties.srcSet !== undefined) {
      const kept = candidatesOf(properties.srcSet).flatMap(([written, ...descriptors]) => {
        const mended = mend(written, "picture");
        // Such an address would be read as two.
        return mended === undefined || /\s|,$/.test(mended) ? [] : [[mended, ...descriptors].join(" ")];
      });
      if (kept.length > 0) properties.srcSet = kept.join(", ");
      else delete properties.srcSet;
    }
    if (tagName === "img") properties.alt ??= "";
  });
  removeEmptied(tree, "source", "track");
  removeEmptied(tree, "img", "audio", "video");
}

/** What is within a player goes before it is looked at whether the player has anything left to play. */
function removeEmptied(tree: Root, ...names: readonly string[]): void {
  visit(tree, "element", (element, index, parent) => {
    if (!parent || index === undefined || !names.includes(element.tagName) || !isEmptied(element)) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
}

function isEmptied({ tagName, properties, children }: Element): boolean {
  const hasSource = properties.src !== undefined || properties.srcSet !== undefined;
  if (tagName === "img" || tagName === "source" || tagName === "track") return !hasSource;
  const sources = children.some((child) => child.type === "element" && child.tagName === "source");
  return (tagName === "audio" || tagName === "video") && !hasSource && !sources;
}
