import type { Element, ElementContent, Root, RootContent } from "hast";
import { elementsIn } from "../../compile/body/elements-in.ts";
import { addressUses, candidatesOf } from "../../compile/body/place-addresses.ts";
import { type AddressUse, resolveAbroad } from "../../compile/body/resolve-address.ts";

const MEDIA: ReadonlySet<string> = new Set(["img", "source", "track", "audio", "video"]);

/**
 * Makes every address absolute, since those of another site lead nowhere here, and takes off those that no article may have. A picture or a
 * recording that loses its address goes as a whole; a link leaves its words.
 */
export function repairAddresses(tree: Root, base: string | undefined, note: (change: string) => void): void {
  const mend = (written: string, use: AddressUse): string | undefined => {
    const address = written.trim();
    const absolute = /^data:/i.test(address) ? address : (URL.parse(address, base)?.href ?? "");
    const resolved = resolveAbroad(absolute, use);
    return resolved.kind === "address" ? resolved.url : undefined;
  };
  let isEmptied = false;
  for (const element of elementsIn(tree)) {
    const { properties, tagName } = element;
    for (const [name, use] of addressUses(element)) {
      // Those that lead to a place in the text were seen to already.
      if (name === "href" && String(properties[name]).startsWith("#")) continue;
      const mended = mend(String(properties[name]), use);
      if (mended === undefined) {
        note(`<${tagName} ${name}>: an address that leads nowhere from here was left out`);
        delete properties[name];
        isEmptied = true;
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
    isEmptied ||= MEDIA.has(tagName) && !hasSource(element);
  }
  if (isEmptied) tree.children = withoutEmptied(tree.children);
}

/** What is within a player is looked at before whether the player has anything left to play. */
function withoutEmptied<Node extends RootContent>(nodes: readonly Node[]): Node[] {
  return nodes.filter((node) => {
    if (node.type !== "element") return true;
    node.children = withoutEmptied(node.children);
    return !MEDIA.has(node.tagName) || hasSource(node);
  });
}

function hasSource({ properties, children }: Element): boolean {
  const isSource = (child: ElementContent) => child.type === "element" && child.tagName === "source";
  return properties.src !== undefined || properties.srcSet !== undefined || children.some(isSource);
}
