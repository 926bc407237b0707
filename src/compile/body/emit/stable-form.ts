import type { Root } from "hast";
import { elementsIn } from "../elements.ts";

/**
 * Gives the tree the one form that survives a second compilation. An id comes last among the attributes of its element,
 * wherever it was written: resolving puts it behind those that are there. A parser drops a line break at the beginning
 * of `pre` (HTML section 13.1.2.5), so one that is meant is doubled.
 */
export function toStableForm(tree: Root): void {
  for (const element of elementsIn(tree)) {
    const { id, ...others } = element.properties;
    if (id !== undefined) element.properties = { ...others, id };
    const [first] = element.children;
    if (element.tagName === "pre" && first?.type === "text" && first.value.startsWith("\n"))
      element.children = [{ ...first, value: `\n${first.value}` }, ...element.children.slice(1)];
  }
}
