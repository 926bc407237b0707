import type { Nodes } from "mdast";

/**
 * Returns a node and every node in it, in document order. This takes a tenth of the time of a walk that tells each
 * node's ancestors.
 */
export function markdownNodes(tree: Nodes): readonly Nodes[] {
  const nodes: Nodes[] = [];
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes.push(node);
    if (!("children" in node)) continue;
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child) waiting.push(child);
    }
  }
  return nodes;
}
