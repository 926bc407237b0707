import type { Element, ElementContent, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { elementsIn } from "../../../compile/body/elements.ts";
import { pageOfPlayer } from "../embedded-page.ts";
import type { ImportNote } from "../import-note.ts";

const FRAME = /^(?:iframe|embed|object)$/;

/** Replaces each embedded page or file (`iframe`, `embed`, `object`) with a link to it. */
export function keepFrames(tree: Root, note: (each: ImportNote) => void): void {
  if (!elementsIn(tree).some(({ tagName }) => FRAME.test(tagName))) return;
  visit(tree, "element", (node, index, parent) => {
    if (!FRAME.test(node.tagName) || !parent || index === undefined) return undefined;
    const isWithinText = parent.type === "element" && /^(?:p|span|a|em|strong|h[1-6])$/.test(parent.tagName);
    const inside = node.children.filter((child) => !(child.type === "element" && child.tagName === "param"));
    if (node.tagName === "object" && hasMedia({ type: "root", children: inside })) {
      // The content of an object is for readers who cannot play it: a link to the file, a picture, another player.
      note({ kind: "repaired", message: "<object>: replaced with its content" });
      parent.children[index] = { ...node, tagName: isWithinText ? "span" : "div", properties: {}, children: inside };
      return index;
    }
    const src = addressOf(node);
    if (src === undefined) return undefined;
    note({ kind: "repaired", message: `<${node.tagName}>: replaced with a link to its page`, found: src });
    const { title } = node.properties;
    const href = pageOfPlayer(src.startsWith("//") ? `https:${src}` : src);
    const words: ElementContent = {
      type: "text",
      value: typeof title === "string" && title.trim() !== "" ? title : href,
    };
    const link: Element = { type: "element", tagName: "a", properties: { href }, children: [words] };
    parent.children[index] = isWithinText ? link : { type: "element", tagName: "p", properties: {}, children: [link] };
    return SKIP;
  });
}

function hasMedia(tree: Root): boolean {
  return elementsIn(tree).some(({ tagName, properties: { src, href } }) => {
    const isShown = /^(?:iframe|embed|img|audio|video|source)$/.test(tagName)
      ? src
      : tagName === "a"
        ? href
        : undefined;
    return typeof isShown === "string" && isShown.trim() !== "";
  });
}

/** The address of what is embedded, if it is absolute. Flash players have it in a parameter. */
function addressOf({ tagName, properties, children }: Element): string | undefined {
  const parameters = children.flatMap((child) =>
    child.type === "element" && /^(?:movie|src|url)$/i.test(String(child.properties.name ?? ""))
      ? [child.properties.value]
      : [],
  );
  const all = tagName === "object" ? [...parameters, properties.data] : [properties.src];
  return all
    .flatMap((value) => (typeof value === "string" ? [value.trim()] : []))
    .find((value) => /^(?:https?:)?\/\//i.test(value));
}
