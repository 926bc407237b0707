import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";

/** The title is the page's h1. A body that has an h1 of its own is moved down by one level as a whole, so that its order stays. */
export function demoteHeadings(tree: Root): void {
  const headings: Element[] = [];
  visit(tree, "element", (node) => {
    if (/^h[1-6]$/.test(node.tagName)) headings.push(node);
  });
  if (!headings.some(({ tagName }) => tagName === "h1")) return;
  for (const heading of headings) heading.tagName = `h${Math.min(6, Number(heading.tagName.charAt(1)) + 1)}`;
}
