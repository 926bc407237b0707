import type { Element, ElementContent, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { playerOf } from "../../../site/players.ts";
import { elementsIn } from "../elements.ts";
import { pageOfPlayer } from "./page-of-player.ts";

const FRAME = /^(?:iframe|embed|object)$/;

/**
 * Elements that may have a paragraph as a child wherever they stand. Others may stand within a paragraph themselves.
 */
const HOLDS_PARAGRAPHS = /^(?:article|aside|blockquote|dd|details|div|figcaption|figure|li|section|td|th)$/;

/**
 * What became of a frame: a link to an address, or the content that is for readers who cannot play it. `isPlayed`: pages
 * show the player of the link when somebody clicks on it.
 */
export type ReplacedFrame =
  | { readonly node: Element; readonly src: string; readonly href: string; readonly isPlayed: boolean }
  | { readonly node: Element };

/**
 * Replaces each embedded page or file (`iframe`, `embed`, `object`) with a link to it: an article brings in no other
 * page, since that could follow its readers, and most feed readers would show nothing in its place. The link of a player
 * that we know is marked, so that pages can show the player. A frame without an absolute address stays.
 */
export function linkFrames(tree: Root, replaced: (frame: ReplacedFrame) => void): void {
  if (!elementsIn(tree).some(({ tagName }) => FRAME.test(tagName))) return;
  visit(tree, "element", (node, index, parent) => {
    if (!FRAME.test(node.tagName) || !parent || index === undefined) return undefined;
    const isWithinText = parent.type === "element" && !HOLDS_PARAGRAPHS.test(parent.tagName);
    const inside = node.children.filter((child) => !(child.type === "element" && child.tagName === "param"));
    if (node.tagName === "object" && hasMedia({ type: "root", children: inside })) {
      // The content of an object is for readers who cannot play it: a link to the file, a picture, another player.
      replaced({ node });
      parent.children[index] = { ...node, tagName: isWithinText ? "span" : "div", properties: {}, children: inside };
      return index;
    }
    const src = addressOf(node);
    if (src === undefined) return undefined;
    const { title } = node.properties;
    const href = pageOfPlayer(src.startsWith("//") ? `https:${src}` : src);
    const alone = isWithinText && parent.tagName === "p" && isOnlyChild(node, parent) ? parent : undefined;
    const isPlayed = (!isWithinText || alone !== undefined) && playerOf(href) !== undefined;
    // A visual editor puts each frame into a paragraph of its own.
    if (isPlayed && alone) alone.properties = { ...alone.properties, className: ["player"] };
    replaced({ node, src, href, isPlayed });
    const words: ElementContent = {
      type: "text",
      value: typeof title === "string" && title.trim() !== "" ? title : href,
    };
    const place = node.position && { position: node.position };
    const link: Element = { type: "element", tagName: "a", properties: { href }, children: [words], ...place };
    const properties = isPlayed ? { className: ["player"] } : {};
    const paragraph: Element = { type: "element", tagName: "p", properties, children: [link], ...place };
    parent.children[index] = isWithinText ? link : paragraph;
    return SKIP;
  });
}

/** Whether the element is all that its parent has, apart from white space. */
function isOnlyChild(node: Element, { children }: Element): boolean {
  return children.every((child) => child === node || (child.type === "text" && child.value.trim() === ""));
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
