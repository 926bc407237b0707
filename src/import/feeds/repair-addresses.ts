import type { Element, ElementContent, Root, RootContent } from "hast";
import { elementsIn } from "../../compile/body/elements.ts";
import { addressUses, candidatesOf } from "../../compile/body/resolve/place-addresses.ts";
import { type AddressUse, resolveAbroad } from "../../compile/body/resolve/resolve-address.ts";
import type { ImportNote } from "./import-note.ts";

const MEDIA: ReadonlySet<string> = new Set(["img", "source", "track", "audio", "video"]);

/**
 * Makes every address absolute and removes those that an article may not contain. A picture or player that loses its
 * address is removed. A link that loses its address keeps its text.
 */
export function repairAddresses(tree: Root, base: string | undefined, note: (each: ImportNote) => void): void {
  const resolve = (written: string, use: AddressUse): string | undefined => {
    const address = written.trim();
    const absolute = /^data:/i.test(address) ? address : (URL.parse(address, base)?.href ?? "");
    const resolved = resolveAbroad(absolute, use);
    return resolved.kind === "address" ? resolved.url : undefined;
  };
  let isEmptied = false;
  for (const element of elementsIn(tree)) {
    const { properties, tagName } = element;
    for (const [name, use] of addressUses(element)) {
      // `repairFragments` handles links within the body.
      if (name === "href" && String(properties[name]).startsWith("#")) continue;
      const resolvedAddress = resolve(String(properties[name]), use);
      if (resolvedAddress === undefined) {
        const message = `<${tagName} ${name}>: an address that does not work here was removed`;
        note({ kind: "lost", message, found: String(properties[name]) });
        delete properties[name];
        isEmptied = true;
      } else properties[name] = resolvedAddress;
    }
    if (properties.srcSet !== undefined) {
      const kept = candidatesOf(properties.srcSet).flatMap(([written, ...descriptors]) => {
        const resolvedAddress = resolve(written, "picture");
        // A space or a comma would end the address early.
        return resolvedAddress === undefined || /\s|,$/.test(resolvedAddress)
          ? []
          : [[resolvedAddress, ...descriptors].join(" ")];
      });
      if (kept.length > 0) properties.srcSet = kept.join(", ");
      else delete properties.srcSet;
    }
    if (tagName === "img") properties.alt ??= "";
    isEmptied ||= MEDIA.has(tagName) && !hasSource(element);
  }
  if (isEmptied) tree.children = withoutEmptied(tree.children);
}

/** Removes media elements without a source. It looks at the sources inside of a player first. */
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
