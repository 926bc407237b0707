import type { Root } from "hast";
import { elementsIn } from "../elements.ts";

/**
 * The page's h1 is the title. If a body has an h1 of its own, all its headings move down by one level, so that their
 * order stays.
 */
export function demoteHeadings(tree: Root): void {
  const headings = elementsIn(tree).filter(({ tagName }) => /^h[1-6]$/.test(tagName));
  if (!headings.some(({ tagName }) => tagName === "h1")) return;
  for (const heading of headings) heading.tagName = `h${Math.min(6, Number(heading.tagName.charAt(1)) + 1)}`;
}
